using System.Globalization;
using System.Threading.Channels;

namespace Bot.Tests.LanguageModel.Support;

/// <summary>A text that comes piece by piece, each when the test says so.</summary>
internal sealed class Phrases
{
    private readonly Channel<string> pieces = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource<bool> cut = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the program cut the connection before the text was at its end.</summary>
    internal Task<bool> Cut => cut.Task;

    /// <summary>A model that says what <see cref="Say"/> is given, until <see cref="End"/>.</summary>
    internal Script Script => Script.Stream(async say =>
    {
        try
        {
            await foreach (var piece in pieces.Reader.ReadAllAsync()) await say(piece);
            cut.TrySetResult(false);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            cut.TrySetResult(true);
            throw;
        }
    });

    internal void Say(string piece) => pieces.Writer.TryWrite(piece);

    internal void End() => pieces.Writer.Complete();

    /// <summary>A sentence with one quote.</summary>
    internal static string Sentence(int quote) => string.Create(CultureInfo.InvariantCulture, $"关于奖励：{{quote:{quote}}}；");
}
