using System.Collections.Concurrent;
using Bot.Answering;
using Bot.Conversations;
using Bot.Hosting;
using Bot.Store;
using Bot.Tests.Support;

namespace Bot.Tests.Channels.WeChat;

/// <summary>Echoes like the other one, but takes its time where the text says 慢, and fails once where it says 坏.</summary>
internal sealed class SlowAssistant(Composition composition, IStore store, TimeProvider time) : IAssistant
{
    private readonly EchoAssistant echo = new(composition, store, time);

    /// <summary>Every turn that was worked on.</summary>
    internal ConcurrentQueue<Turn> Turns { get; } = new();

    public async Task<Answer> AskAsync(Turn turn, CancellationToken cancellation)
    {
        Turns.Enqueue(turn);
        if (turn.Text.Contains('慢', StringComparison.Ordinal)) await Task.Delay(2600, cancellation);
        if (turn.Text.Contains('坏', StringComparison.Ordinal) && Turns.Count(t => t.Text == turn.Text) == 1) throw new InvalidOperationException("Broken on purpose.");
        return await echo.AskAsync(turn, cancellation);
    }
}
