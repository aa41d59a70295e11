using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Tests.Dialogues;

/// <summary>A message and what is expected of its answer, as a script has it.</summary>
/// <param name="Conversation">The heading above it: each heading begins a conversation.</param>
/// <param name="Line">The line of the message.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Text">What the user says.</param>
/// <param name="Expected">The expectations: a name and a value each; a name may stand several times.</param>
internal sealed record ScriptTurn(string Conversation, int Line, DateOnly AsOf, string Text, IReadOnlyList<(string Name, string Value)> Expected);

/// <summary>Reads Scripts/*.md: <c># 题目</c>, <c>&gt; asOf 2022-10-01</c>, then <c>用户：…</c> and <c>助手：kind=award amount=250000 says="…"</c> in turn.</summary>
internal static partial class Script
{
    private const string User = "用户：";
    private const string Bot = "助手：";
    private const string Day = "> asOf ";
    private const string Title = "# ";

    internal static IEnumerable<string> Files => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Dialogue", "Scripts"), "*.md").Order(StringComparer.Ordinal);

    internal static IEnumerable<ScriptTurn> Read(string file)
    {
        DateOnly? asOf = null;
        string? title = null, said = null;
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (line.StartsWith(Day, StringComparison.Ordinal)) asOf = DateOnly.ParseExact(line[Day.Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            else if (line.StartsWith(Title, StringComparison.Ordinal)) title = line[Title.Length..];
            else if (line.StartsWith(User, StringComparison.Ordinal)) said = said is null ? line[User.Length..] : throw Wrong(file, number, "two messages without an answer between them");
            else if (line.StartsWith(Bot, StringComparison.Ordinal))
            {
                yield return new ScriptTurn(
                    title ?? throw Wrong(file, number, "no heading"),
                    number - 1,
                    asOf ?? throw Wrong(file, number, "no day"),
                    said ?? throw Wrong(file, number, "an answer without a message"),
                    Expectations(file, number, line[Bot.Length..]));
                said = null;
            }
            else if (line.Length > 0) throw Wrong(file, number, "neither a day, nor a message, nor an answer");
        }

        if (said is not null) throw Wrong(file, number, "a message without an answer");
    }

    private static List<(string Name, string Value)> Expectations(string file, int number, string text)
    {
        List<(string Name, string Value)> expected = [];
        var end = 0;
        foreach (Match match in Expectation().Matches(text))
        {
            if (text[end..match.Index].Trim().Length > 0) break;
            expected.Add((match.Groups["name"].Value, match.Groups["value"].Value.Trim('"')));
            end = match.Index + match.Length;
        }

        return expected.Count > 0 && text[end..].Trim().Length == 0 ? expected : throw Wrong(file, number, $"not name=value: {text[end..]}");
    }

    private static FormatException Wrong(string file, int line, string what) => new($"{Path.GetFileName(file)}:{line}: {what}.");

    [GeneratedRegex("(?<name>[a-z]+)=(?<value>\"[^\"]*\"|[^ \"]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Expectation();
}
