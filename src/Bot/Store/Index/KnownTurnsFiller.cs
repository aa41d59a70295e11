using Bot.Store.Databases;
using Bot.Store.Writing;

namespace Bot.Store.Index;

/// <summary>Fills <see cref="KnownTurns"/> from the index, a piece at a time beside the conversations: at the start, and when more have come than it has room for.</summary>
/// <param name="readers">Where from; each piece is a transaction of its own, so that none holds up the log.</param>
/// <param name="recent">What is filled, and the turns that the index lacks.</param>
/// <param name="problemOf">Which problem of the database a fault means; null where it is none.</param>
/// <param name="report">Told of a problem.</param>
internal sealed class KnownTurnsFiller(ReaderConnections readers, RecentTurns recent, Func<Exception, StoreProblem?> problemOf, Action<StoreProblem, Exception> report) : IAsyncDisposable
{
    private const int Piece = 4096;

    // As long as a piece takes or longer: half of a processor at most.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private static readonly Statement Count =
        new("SELECT NULL, COALESCE((SELECT max(seq) FROM answers) - (SELECT min(seq) FROM answers) + 1, 0)");

    private static readonly Statement Next = new($"""
        SELECT conversation_key, seq, delivery_key FROM conversation_turns
        WHERE (conversation_key, seq) > (@key, @seq) ORDER BY conversation_key, seq LIMIT {Piece}
        """);

    private readonly CancellationTokenSource stop = new();
    private Task filling = Task.CompletedTask;
    private int isFilling;

    /// <summary>Begins to fill it.</summary>
    /// <param name="readers">Where from.</param>
    /// <param name="recent">What is filled.</param>
    /// <param name="room">For how many turns at the least.</param>
    /// <param name="problemOf">Which problem of the database a fault means.</param>
    /// <param name="report">Told of a problem.</param>
    internal static KnownTurnsFiller Start(ReaderConnections readers, RecentTurns recent, long room, Func<Exception, StoreProblem?> problemOf, Action<StoreProblem, Exception> report)
    {
        var filler = new KnownTurnsFiller(readers, recent, problemOf, report);
        filler.Begin(room);
        return filler;
    }

    /// <summary>Begins to fill it again where it is full.</summary>
    internal void BeginWhereFull()
    {
        if (recent.Known.IsFull) Begin(recent.Known.Room * 2);
    }

    private void Begin(long room)
    {
        if (Interlocked.Exchange(ref isFilling, 1) == 0) filling = Task.Run(() => FillAsync(room));
    }

    /// <summary>Stops where it is.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await filling;
        stop.Dispose();
    }

    private async Task FillAsync(long room)
    {
        try
        {
            var count = await readers.ReadAsync((session, cancellation) => session.FindAsync(Count, cancellation), stop.Token);
            recent.BeginKnown(Math.Max(count!.Value.At * 3 / 2, room));
            await ReadAllAsync();
            recent.EndKnown();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            recent.Known.GiveUp();
        }
        catch (Exception fault) when (problemOf(fault) is { } problem)
        {
            recent.Known.GiveUp();
            report(problem, fault);
        }
        finally
        {
            Volatile.Write(ref isFilling, 0);
        }
    }

    private async Task ReadAllAsync()
    {
        IReadOnlyList<IndexedTurn> turns = [];
        do
        {
            var (key, seq) = turns is [.., var last] ? (last.Key, last.Sequence) : (long.MinValue, 0);
            turns = await readers.ReadAsync(
                (session, cancellation) => session.QueryAsync(
                    Next, row => new IndexedTurn(row.GetInt64(0), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetInt64(2)), cancellation, key, seq),
                stop.Token);
            foreach (var turn in turns) recent.Known.AddIndexed(turn);
            await Task.Delay(Pause, stop.Token);
        }
        while (turns.Count == Piece);
    }
}
