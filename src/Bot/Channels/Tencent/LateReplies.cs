using Bot.Privacy;
using Bot.Store;

namespace Bot.Channels.Tencent;

/// <summary>Replies that were not there in time: kept in the outbox before the service is told that all is well, so that none is lost.</summary>
internal sealed partial class LateReplies(
    IStore store, Deliveries deliveries, Talk talk, UserKey users, Masker masker, TimeProvider time, LateSettings settings, ILogger<LateReplies> log)
{
    // Whoever works on it says when it is done; waiting here would keep other items waiting.
    private static readonly TimeSpan LongestWork = TimeSpan.FromSeconds(1);
    private const int MostAttempts = 3;

    /// <summary>Released when something has become due.</summary>
    internal SemaphoreSlim Due { get; } = new(0);

    /// <summary>Promises the reply to a message that is still being worked on.</summary>
    internal async Task PromiseAsync(Incoming incoming, Task<Said> work, IReplySender sender)
    {
        if (LateItem.Of(incoming) is not { } item) return;
        item = item with { Text = masker.Mask(item.Text) };
        var kept = await EnqueueAsync(incoming.Channel, item, time.GetUtcNow() + settings.Grace);
        _ = FollowAsync(incoming, item, work, sender, kept);
    }

    /// <summary>Sends something beside the reply in place, once for a message however often it is delivered.</summary>
    internal async Task SendBesideAsync(Incoming incoming, Said said, IReplySender sender)
    {
        if (!await IsFirstAsync(incoming)) return;
        var item = new LateItem(incoming.Account, incoming.User, incoming.Key, "", said.Reference);
        if (await EnqueueAsync(incoming.Channel, item, time.GetUtcNow())) Due.Release();
        else await sender.SendAsync(incoming.User, said, CancellationToken.None);
    }

    /// <summary>Deals with an item of the outbox that is due.</summary>
    internal async Task DeliverAsync(Store.Records.OutboxItem kept, IReplySender sender, CancellationToken cancellation)
    {
        var item = LateItem.Read(kept);
        var conversation = users.Of(kept.Channel, item.Account, item.User);
        if (await SaidAsync(kept, item, conversation, cancellation) is not { } said) return;
        if (said.Text.Length == 0)
        {
            await store.RemoveAsync(kept.Id, cancellation);
            return;
        }

        var isListed = kept.Attempts > 1 && await store.FindClaimAsync(kept.Channel, Listed(kept), cancellation) is not null;
        if (isListed && !await talk.IsUnreadAsync(kept.Channel, conversation, said.Reference, cancellation))
        {
            // Fetched while it waited.
            await store.RemoveAsync(kept.Id, cancellation);
            return;
        }

        var outcome = sender.Refusal ?? await sender.SendAsync(item.User, said, cancellation);
        var next = Next(outcome, kept) is { } soon && soon < kept.Expires ? soon : (DateTimeOffset?)null;
        if (outcome == SendOutcome.Sent && isListed) await talk.MarkReadAsync(kept.Channel, conversation, said.Reference, cancellation);
        if (outcome != SendOutcome.Sent && !isListed && (outcome != SendOutcome.TryAgain || next is null))
        {
            // What waits for long, or for ever, can be fetched; in this order, so that a process that dies here loses nothing.
            await talk.KeepUnreadAsync(kept.Channel, conversation, said.Reference, cancellation);
            if (next is not null) await store.TryClaimAsync(kept.Channel, Listed(kept), null, cancellation);
        }

        if (next is { } due) await store.PostponeAsync(kept.Id, due, cancellation);
        else await store.RemoveAsync(kept.Id, cancellation);
        Log.Tried(log, kept.Channel, outcome, kept.Attempts);
    }

    // A note that the user can fetch what waits.
    private static string Listed(Store.Records.OutboxItem kept) => kept.Id + ":listed";

    // Null where it is not to be had yet.
    private async Task<Said?> SaidAsync(Store.Records.OutboxItem kept, LateItem item, string conversation, CancellationToken cancellation)
    {
        if (item.Reference.Length > 0) return await talk.RecallAsync(item.Reference, cancellation) ?? Said.Nothing;
        var work = deliveries.OnceAsync(new Incoming(kept.Channel, item.Account, item.User, conversation, item.Key, Words.Of(item.Text)));
        try
        {
            return await work.WaitAsync(LongestWork, cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            if (work.IsFaulted && kept.Attempts >= MostAttempts) return new Said(Sentences.Failed, "");
            Log.NotYet(log, kept.Channel, e.GetType().Name);
            await store.PostponeAsync(kept.Id, time.GetUtcNow() + TimeSpan.FromSeconds(5), cancellation);
            return null;
        }
    }

    private DateTimeOffset? Next(SendOutcome outcome, Store.Records.OutboxItem kept)
    {
        var now = time.GetUtcNow();
        return outcome switch
        {
            SendOutcome.TryAgain when kept.Attempts < MostAttempts => now + settings.Retry * kept.Attempts,
            SendOutcome.SlowDown => now + TimeSpan.FromMinutes(1),
            SendOutcome.Tomorrow => QuotaDay.Next(now),
            _ => null,
        };
    }

    private async Task<bool> IsFirstAsync(Incoming incoming)
    {
        try
        {
            return await store.TryClaimAsync(incoming.Channel, incoming.Key + ":beside", null, CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            return true;
        }
    }

    private async Task<bool> EnqueueAsync(string channel, LateItem item, DateTimeOffset due)
    {
        try
        {
            await store.EnqueueAsync(item.Write(channel, due, due + settings.Life), CancellationToken.None);
        }
        catch (StoreConflictException)
        {
            // Another try of the same message has promised it already.
        }
        catch (StoreUnavailableException)
        {
            return false;
        }

        return true;
    }

    private async Task FollowAsync(Incoming incoming, LateItem item, Task<Said> work, IReplySender sender, bool kept)
    {
        try
        {
            var said = await work;
            if (deliveries.LatenessOf(incoming) is { Listed: true })
            {
                // The user fetches it.
                if (kept) await store.RemoveAsync(item.Id(incoming.Channel), CancellationToken.None);
            }
            else if (kept)
            {
                await store.PostponeAsync(item.Id(incoming.Channel), time.GetUtcNow(), CancellationToken.None);
                Due.Release();
            }
            else if (!sender.CanSend || await sender.SendAsync(incoming.User, said, CancellationToken.None) != SendOutcome.Sent)
            {
                await talk.KeepUnreadAsync(incoming.Channel, incoming.Conversation, said.Reference, CancellationToken.None);
            }
        }
        catch (Exception e)
        {
            // Nobody waits here. What is kept is tried again when it is due.
            Log.NotYet(log, incoming.Channel, e.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "A late reply on {Channel}: {Outcome} at attempt {Attempt}")]
        internal static partial void Tried(ILogger logger, string channel, SendOutcome outcome, int attempt);

        [LoggerMessage(LogLevel.Warning, "A late reply on {Channel} cannot be sent yet: {Fault}")]
        internal static partial void NotYet(ILogger logger, string channel, string fault);
    }
}

/// <summary>How late replies are kept.</summary>
/// <param name="Life">After this they are of no use: <c>Bot:OutboxHours</c>.</param>
/// <param name="Retry">Before the second attempt; the third waits twice as long.</param>
/// <param name="Grace">Whoever began an answer is expected to have it by then; otherwise another process looks.</param>
/// <param name="Look">How often the outbox is looked into without being told.</param>
internal sealed record LateSettings(TimeSpan Life, TimeSpan Retry, TimeSpan Grace, TimeSpan Look);
