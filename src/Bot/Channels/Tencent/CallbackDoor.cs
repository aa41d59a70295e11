namespace Bot.Channels.Tencent;

/// <summary>The reply in place, always in time: the services wait five seconds and then ask again.</summary>
internal sealed class CallbackDoor(Deliveries deliveries, LateReplies late, TimeProvider time)
{
    /// <summary>What to reply now.</summary>
    /// <param name="incoming">The message.</param>
    /// <param name="sender">Who sends what is not there in time.</param>
    /// <param name="deadline">How long the user's service waits for us.</param>
    internal async Task<Said> ReplyAsync(Incoming incoming, IReplySender sender, TimeSpan deadline)
    {
        if (incoming.Act is Act.Nothing) return Said.Nothing;
        var work = deliveries.OnceAsync(incoming);
        using var waiting = new CancellationTokenSource();
        var first = await Task.WhenAny(work, Task.Delay(deadline, time, waiting.Token));
        await waiting.CancelAsync();
        if (first == work || work.IsCompleted) return await InPlaceAsync(work, incoming, sender);
        // Before the answer is ready, so that it is put where the user can fetch it.
        if (!sender.CanSend && deliveries.LatenessOf(incoming) is { } lateness) lateness.Passed = true;
        await late.PromiseAsync(incoming, work, sender);
        return sender.CanSend || LateItem.Of(incoming) is null ? Said.Nothing : new Said(Sentences.Working, "");
    }

    private async Task<Said> InPlaceAsync(Task<Said> work, Incoming incoming, IReplySender sender)
    {
        if (!work.IsCompletedSuccessfully) return new Said(Sentences.Failed, "");
        var said = await work;
        if (said.Form == SaidForm.Transfer && sender.CanSend) await late.SendBesideAsync(incoming, said, sender);
        return said;
    }
}
