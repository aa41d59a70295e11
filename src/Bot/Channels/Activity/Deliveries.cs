using System.Globalization;
using Bot.Channels.Activity.Wire;
using Bot.Store;

namespace Bot.Channels.Activity;

/// <summary>Works on each delivery once, however often and however close together it arrives.</summary>
internal sealed partial class Deliveries(IStore store, ConversationNames names, TimeProvider time, ILogger<Deliveries> logger)
{
    /// <summary>What its claims are kept under.</summary>
    internal const string Claims = "activity";

    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(2);
    private readonly Lock gate = new();
    private readonly Dictionary<UInt128, Task<IReadOnlyList<ActivityReply>>> begun = [];
    private readonly RememberedReplies remembered = new(time);

    /// <summary>The replies to a delivery: a repeated one shares the first one's, or gets none where another instance had it.</summary>
    /// <param name="activity">What was delivered.</param>
    /// <param name="work">Makes the replies; it is given the delivery's name, or null where it has none.</param>
    /// <returns>The replies, and whether this call is the one that began the work and has to send them.</returns>
    internal (Task<IReadOnlyList<ActivityReply>> Replies, bool IsFirst) Once(IncomingActivity activity, Func<string?, Task<IReadOnlyList<ActivityReply>>> work)
    {
        if (activity.Id is not { Length: > 0 }) return (work(null), true);
        var key = names.Delivery(activity);
        var delivery = UInt128.Parse(key, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var replies = new TaskCompletionSource<IReadOnlyList<ActivityReply>>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (begun.TryGetValue(delivery, out var first)) return (first, false);
            if (remembered.Find(delivery) is { } known) return (Task.FromResult(known), false);
            begun[delivery] = replies.Task;
        }

        // Begun outside the lock, and on this thread: handing it to another one would cost more than it saves.
        var task = RememberedAsync(delivery, key, activity.Type, work);
        if (task.IsCompleted) replies.SetFromTask(task);
        else task.GetAwaiter().UnsafeOnCompleted(() => replies.SetFromTask(task));
        return (task, true);
    }

    private async Task<IReadOnlyList<ActivityReply>> RememberedAsync(UInt128 delivery, string key, string type, Func<string?, Task<IReadOnlyList<ActivityReply>>> work)
    {
        IReadOnlyList<ActivityReply>? replies = null;
        try
        {
            return replies = await ClaimedAsync(key, type, work);
        }
        finally
        {
            // After a fault the channel's next delivery of it is to be worked on again.
            lock (gate)
            {
                if (replies is not null) remembered.Keep(delivery, replies);
                begun.Remove(delivery);
            }
        }
    }

    private async Task<IReadOnlyList<ActivityReply>> ClaimedAsync(string key, string type, Func<string?, Task<IReadOnlyList<ActivityReply>>> work)
    {
        // A message changes nothing until its answer is kept; a vote counts at once.
        if (!await TryClaimAsync(key, isSettled: type == "message")) return [];
        try
        {
            var replies = await work(key);
            return await TryCompleteAsync(key, replies) ? replies : [];
        }
        catch (RepeatedDeliveryException)
        {
            return [];
        }
        catch
        {
            await ReleaseAsync(key);
            throw;
        }
    }

    private async Task<bool> TryClaimAsync(string key, bool isSettled)
    {
        try
        {
            return await store.TryBeginAsync(Claims, key, Abandoned, isSettled, CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // Within this process repeated deliveries are still known.
            Log.Unshared(logger);
            return true;
        }
    }

    private async Task<bool> TryCompleteAsync(string key, IReadOnlyList<ActivityReply> replies)
    {
        // An answer was marked with its own record.
        foreach (var reply in replies)
        {
            if (reply.AnswerId is not null) return true;
        }

        try
        {
            return await store.SettleClaimAsync(Claims, key, "none", CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            Log.Unshared(logger);
            return true;
        }
    }

    private async Task ReleaseAsync(string key)
    {
        try
        {
            await store.ReleaseClaimAsync(Claims, key, CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            Log.Unshared(logger);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A delivery could not be marked in the store; only this process knows of it.")]
        internal static partial void Unshared(ILogger logger);
    }
}
