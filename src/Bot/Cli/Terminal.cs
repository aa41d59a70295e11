using System.Text;
using Spectre.Console;

namespace Bot.Cli;

/// <summary>Where a verb writes to.</summary>
/// <param name="Out">Answers.</param>
/// <param name="Error">The one line that says what is wrong.</param>
/// <param name="Redirected">Whether the answers go to a file or another program: then no colours and no cursor codes.</param>
/// <param name="Width">Columns for tables.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool Redirected, int Width)
{
    private const int FileWidth = 120;

    /// <summary>Where questions come from.</summary>
    internal TextReader In { get; init; } = TextReader.Null;

    /// <summary>Whether a person types them: then each is prompted for.</summary>
    internal bool Prompts { get; init; }

    /// <summary>The process's own console, in UTF-8 without a byte order mark.</summary>
    internal static Terminal OfConsole()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var redirected = Console.IsOutputRedirected;
        return new Terminal(Console.Out, Console.Error, redirected, redirected ? FileWidth : Math.Max(60, Console.WindowWidth))
        {
            In = Console.In,
            Prompts = !Console.IsInputRedirected && !redirected,
        };
    }

    /// <summary>Where tables are drawn.</summary>
    internal IAnsiConsole Tables()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Out),
            Ansi = Redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = Redirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = Width;
        return console;
    }
}
