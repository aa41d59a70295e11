using System.Threading.Channels;
using Bot.Store.Index;
using Bot.Store.Writing;

namespace Bot.Store.Databases;

/// <summary>
/// The only writer of a SQLite file in this process. What waits is committed together, so that all share one sync;
/// each caller hears of it after that. One failing write is undone alone.
/// </summary>
internal sealed class GroupWriter : IAsyncDisposable
{
    private const int QueueLength = 4096;
    private const int LargestGroup = 1024;
    private static readonly Statement Save = new("SAVEPOINT one");
    private static readonly Statement Release = new("RELEASE one");
    private static readonly Statement Undo = new("ROLLBACK TO one");

    private readonly Channel<QueuedWrite> queue =
        Channel.CreateBounded<QueuedWrite>(new BoundedChannelOptions(QueueLength) { SingleReader = true, AllowSynchronousContinuations = true });

    // Set by whoever queues a write while none waits: all that runs on a caller's thread is that.
    private readonly AutoResetEvent queued = new(initialState: false);

    private readonly SqliteWriterConnection connection;
    private readonly SqliteCheckpoints checkpoints;
    private readonly RecentTurns recent;
    private readonly Action<StoreProblem, Exception> report;
    private readonly Task loop;
    private StoreUnavailableException? broken;
    private long commits;

    /// <param name="connection">The writer's own connection; disposed of at the end.</param>
    /// <param name="checkpoints">Told of what is in the log; disposed of at the end.</param>
    /// <param name="recent">What its turns leave out of the index for a while.</param>
    /// <param name="report">Told of a fault that ends this writer's work.</param>
    internal GroupWriter(SqliteWriterConnection connection, SqliteCheckpoints checkpoints, RecentTurns recent, Action<StoreProblem, Exception> report)
    {
        (this.connection, this.checkpoints, this.recent, this.report) = (connection, checkpoints, recent, report);
        // A thread of its own, since it blocks for each sync.
        loop = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>How many transactions were committed.</summary>
    internal long Commits => Volatile.Read(ref commits);

    /// <summary>How many writes wait for a group.</summary>
    internal int Waiting => queue.Reader.Count;

    /// <summary>Waits for a place, for the turn and for the commit.</summary>
    internal Task<T> WriteAsync<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        var write = new QueuedWrite<T>(work, cancellation);
        return queue.Writer.TryWrite(write) ? write.DoneAsync() : WaitAndWriteAsync(write, cancellation);
    }

    private async Task<T> WaitAndWriteAsync<T>(QueuedWrite<T> write, CancellationToken cancellation)
    {
        try
        {
            await queue.Writer.WriteAsync(write, cancellation);
        }
        catch (ChannelClosedException)
        {
            throw broken ?? new StoreUnavailableException(StoreProblem.Stopping);
        }
        return await write.DoneAsync();
    }

    /// <summary>Takes nothing more, commits what waits, closes.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
        checkpoints.Dispose();
        connection.Dispose();
        queued.Dispose();
    }

    private void Work()
    {
        while (Wait())
        {
            // A new one each time: those who are told read it while the next one is filled.
            var group = new List<QueuedWrite>();
            while (group.Count < LargestGroup && queue.Reader.TryRead(out var write))
                group.Add(write);
            Commit(group);
            if (checkpoints.Written(connection.TakePagesWritten()))
                connection.CarryOver();
        }
    }

    // False where nothing will come any more. Waiting for a task would spin, with the processor that the callers need.
    private bool Wait()
    {
        var some = queue.Reader.WaitToReadAsync().AsTask();
        if (!some.IsCompleted)
        {
            some.GetAwaiter().UnsafeOnCompleted(() => queued.Set());
            queued.WaitOne();
        }

        return some.GetAwaiter().GetResult();
    }

    private void Commit(List<QueuedWrite> group)
    {
        if (broken is null)
        {
            try
            {
                // A savepoint around each write costs a third of the throughput, and hardly any write ever fails.
                if (!TryCommitWhole(group))
                    CommitEach(group);
            }
            catch (Exception fault)
            {
                // Whatever it is, none of the group is durable; the supervisor opens the file anew.
                Break(fault);
            }
        }
        Tell(group);
    }

    // What callers do next, they do elsewhere: the writer must not be held up. In as many parts as there are processors, since each waking of a thread costs as much as a small turn.
    private void Tell(List<QueuedWrite> group)
    {
        var fault = broken;
        var part = (group.Count + Environment.ProcessorCount - 1) / Environment.ProcessorCount;
        for (var begin = 0; begin < group.Count; begin += part)
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                static told =>
                {
                    for (var i = told.Begin; i < told.End; i++)
                    {
                        if (told.Fault is not null) told.Group[i].Reject(told.Fault);
                        told.Group[i].Complete();
                    }
                },
                (Group: group, Begin: begin, End: Math.Min(begin + part, group.Count), Fault: fault),
                preferLocal: false);
        }
    }

    private bool TryCommitWhole(List<QueuedWrite> group)
    {
        // Whoever has left knows it.
        group.RemoveAll(static write => write.IsAbandoned);
        connection.Begin();
        try
        {
            foreach (var write in group)
                write.Run(connection.Session);
        }
        catch (Exception fault) when (SqliteFaults.Judge(fault) is null)
        {
            connection.Abandon();
            recent.RolledBack();
            return false;
        }
        Commit();
        return true;
    }

    // The same again with a savepoint around each: the one that failed is undone, the others are kept.
    private void CommitEach(List<QueuedWrite> group)
    {
        connection.Begin();
        foreach (var write in group)
        {
            connection.Execute(Save);
            var place = recent.Place;
            try
            {
                write.Run(connection.Session);
            }
            catch (Exception fault) when (SqliteFaults.Judge(fault) is null)
            {
                connection.Execute(Undo);
                recent.Back(place);
                write.Reject(fault);
            }
            connection.Execute(Release);
        }
        Commit();
    }

    private void Commit()
    {
        IndexWrites.AddDue(connection.Session, recent);
        connection.Commit();
        recent.Committed();
        Volatile.Write(ref commits, commits + 1);
    }

    private void Break(Exception fault)
    {
        var problem = SqliteFaults.Judge(fault) ?? StoreProblem.Unreadable;
        broken = new StoreUnavailableException(problem, fault);
        connection.Abandon();
        report(problem, fault);
    }
}
