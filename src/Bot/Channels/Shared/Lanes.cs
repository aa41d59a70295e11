using System.Runtime.InteropServices;

namespace Bot.Channels.Shared;

/// <summary>Work that is done one after the other where it belongs to the same key, and side by side where it does not.</summary>
internal sealed class Lanes
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Task> last = new(StringComparer.Ordinal);

    /// <summary>Runs the work behind all that was begun before under the key; at once, on the caller's thread, where nothing was.</summary>
    internal async Task<T> RunAsync<T>(string key, Func<Task<T>> work)
    {
        // Whoever waits goes on elsewhere, not inside the end of this work.
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task? before;
        lock (gate)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(last, key, out _);
            (before, place) = (place, done.Task);
        }

        try
        {
            // It ends well, whatever became of the work: that is its own caller's affair.
            if (before is not null) await before;
            return await work();
        }
        finally
        {
            Leave(key, done.Task);
            done.SetResult();
        }
    }

    private void Leave(string key, Task task)
    {
        lock (gate)
        {
            if (last.GetValueOrDefault(key) == task) last.Remove(key);
        }
    }
}
