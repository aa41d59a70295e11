using Bot.Store.Writing;

namespace Bot.Store.Databases;

/// <summary>A unit of work that waits for its turn, and its caller with it.</summary>
internal abstract class QueuedWrite
{
    /// <summary>Whether the caller has gone before the turn came.</summary>
    internal abstract bool IsAbandoned { get; }

    /// <summary>Does the work, again where its group was rolled back; its result is held back until <see cref="Complete"/>.</summary>
    internal abstract void Run(Session session);

    /// <summary>Remembers why nothing was kept; the first reason stays.</summary>
    internal abstract void Reject(Exception fault);

    /// <summary>Tells the caller what became of it: it is durable, or it was rejected. The caller goes on inside of this call.</summary>
    internal abstract void Complete();
}

/// <inheritdoc/>
internal sealed class QueuedWrite<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellation) : QueuedWrite
{
    private readonly TaskCompletionSource<T> done = new();
    private Exception? fault;
    private T? result;

    /// <summary>Ends with the commit, or when the caller no longer waits for it.</summary>
    internal async Task<T> DoneAsync()
    {
        // Elsewhere: whoever cancels is not to be held up by what the caller does next.
        using var leaving = cancellation.UnsafeRegister(
            static (write, token) => ThreadPool.UnsafeQueueUserWorkItem(static left => left.Write.done.TrySetCanceled(left.Token), (Write: (QueuedWrite<T>)write!, Token: token), preferLocal: false), this);
        return await done.Task;
    }

    internal override bool IsAbandoned => cancellation.IsCancellationRequested;

    // SQLite has no asynchronous calls: the task has ended when it is handed over, and a begun write is not cancelled.
    internal override void Run(Session session) => result = work(session, CancellationToken.None).GetAwaiter().GetResult();

    internal override void Reject(Exception fault) => this.fault ??= fault;

    internal override void Complete()
    {
        // Does nothing where the caller has left.
        if (fault is null)
            done.TrySetResult(result!);
        else
            done.TrySetException(fault);
    }
}
