namespace Bot.Channels.Tencent;

/// <summary>One turn of a conversation at a time: the second message must see what the first one said.</summary>
internal sealed class ConversationTurns
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Task> last = new(StringComparer.Ordinal);

    /// <summary>Runs the work once everything before it in the conversation has ended.</summary>
    internal async Task<T> RunAsync<T>(string conversation, Func<Task<T>> work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before;
        lock (gate)
        {
            before = last.GetValueOrDefault(conversation, Task.CompletedTask);
            last[conversation] = done.Task;
        }

        try
        {
            await before;
            return await work();
        }
        finally
        {
            done.SetResult();
            lock (gate)
            {
                if (last.GetValueOrDefault(conversation) == done.Task) last.Remove(conversation);
            }
        }
    }
}
