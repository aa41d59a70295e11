namespace Bot.Channels.Shared;

/// <summary>Work that is done one after the other where it belongs to the same key, and side by side where it does not.</summary>
internal sealed class Lanes
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Task> last = new(StringComparer.Ordinal);

    /// <summary>Runs the work behind all that was begun before under the key.</summary>
    internal Task<T> RunAsync<T>(string key, Func<Task<T>> work)
    {
        lock (gate)
        {
            var task = AfterAsync(last.GetValueOrDefault(key), work);
            last[key] = task;
            _ = task.ContinueWith(_ => Leave(key, task), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return task;
        }
    }

    private static async Task<T> AfterAsync<T>(Task? before, Func<Task<T>> work)
    {
        // Not on the caller's thread: it holds the lock.
        await Task.Yield();
        // What became of the work before is its own caller's affair.
        if (before is not null) await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await work();
    }

    private void Leave(string key, Task task)
    {
        lock (gate)
        {
            if (last.GetValueOrDefault(key) == task) last.Remove(key);
        }
    }
}
