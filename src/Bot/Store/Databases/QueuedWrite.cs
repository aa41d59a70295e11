using Bot.Store.Writing;

namespace Bot.Store.Databases;

/// <summary>A unit of work that waits for its turn, and its caller with it.</summary>
internal abstract class QueuedWrite
{
    /// <summary>Whether the caller has gone before the turn came.</summary>
    internal abstract bool IsAbandoned { get; }

    /// <summary>Does the work, again where its group was rolled back; its result is held back until <see cref="Complete"/>.</summary>
    internal abstract void Run(Session session);

    /// <summary>Acknowledges: what was done is durable.</summary>
    internal abstract void Complete();

    /// <summary>Tells the caller that nothing was kept.</summary>
    internal abstract void Fail(Exception exception);
}

/// <inheritdoc/>
internal sealed class QueuedWrite<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellation) : QueuedWrite
{
    // Continuations run elsewhere: the writer must not be held up by what its callers do next.
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    /// <summary>Ends with the commit, or when the caller no longer waits for it.</summary>
    internal async Task<T> DoneAsync()
    {
        using var leaving = cancellation.UnsafeRegister(static (write, token) => ((QueuedWrite<T>)write!).done.TrySetCanceled(token), this);
        return await done.Task;
    }

    internal override bool IsAbandoned => cancellation.IsCancellationRequested;

    // SQLite has no asynchronous calls: the task has ended when it is handed over, and a begun write is not cancelled.
    internal override void Run(Session session) => result = work(session, CancellationToken.None).GetAwaiter().GetResult();

    internal override void Complete() => done.TrySetResult(result!);

    internal override void Fail(Exception exception) => done.TrySetException(exception);
}
