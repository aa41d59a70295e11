using System.Collections.Concurrent;
using Bot.Channels.Shared;
using Bot.Store;
using Bot.Store.Records;
using Bot.Telemetry;

namespace Bot.Channels.Activity.Connector;

/// <summary>Sends replies, in order within a conversation; what the connector does not take now waits in the outbox.</summary>
internal sealed partial class ReplyDelivery(ConnectorClient connector, SentAnswers sent, IStore store, ActivityOptions options, TimeProvider time, ILogger<ReplyDelivery> logger)
{
    /// <summary>The outbox's name for what this door sends.</summary>
    internal const string Channel = "activity";

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2), FirstWait = TimeSpan.FromSeconds(15), LongestWait = TimeSpan.FromMinutes(10), Step = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Stale = TimeSpan.FromMinutes(30), LongestGroup = TimeSpan.FromSeconds(80);
    private const int MostAtOnce = 50;
    private readonly Lanes lanes = new();

    // Conversations with something in the outbox, and when its last item is due: nothing may overtake it.
    private readonly ConcurrentDictionary<string, DateTimeOffset> waiting = new(StringComparer.Ordinal);

    // Sent, and still in the outbox because the store took no write just then: never to be sent again.
    private readonly ConcurrentDictionary<string, bool> done = new(StringComparer.Ordinal);

    /// <summary>Sends a reply, or keeps it for later.</summary>
    /// <param name="outgoing">The reply.</param>
    /// <param name="cancellation">The program stops.</param>
    /// <param name="streamed">The same as the end of a stream, tried first; null where there is no stream. Later the stream is over, so what is kept is the reply.</param>
    internal Task<bool> SendAsync(Outgoing outgoing, CancellationToken cancellation, Outgoing? streamed = null) => lanes.RunAsync(outgoing.Place, async () =>
    {
        if (waiting.TryGetValue(outgoing.Place, out var last) && time.GetUtcNow() - last < Stale)
        {
            await KeepAsync(outgoing, last + Step);
            return false;
        }

        using var step = Steps.Begin(Steps.Deliver);
        var result = await connector.SendAsync(streamed ?? outgoing, cancellation);
        if (streamed is not null && result is Sent.Refused) result = await connector.SendAsync(outgoing, cancellation);
        if (result is Sent.Later later) await KeepAsync(outgoing, time.GetUtcNow() + (later.After ?? FirstWait));
        else await NoteAsync(outgoing, result);
        return result is Sent.Taken;
    });

    /// <summary>Sends what is due in the outbox.</summary>
    internal async Task SendDueAsync(CancellationToken cancellation)
    {
        var due = await store.TakeDueAsync(Channel, MostAtOnce, Lease, cancellation);
        await Task.WhenAll(due.Select(item => (Item: item, Outgoing: Outgoing.Read(item.Target, item.Payload)))
            .GroupBy(pair => pair.Outgoing.Place, StringComparer.Ordinal)
            .Select(group => lanes.RunAsync(group.Key, async () =>
            {
                await SendGroupAsync(group.Key, [.. group], cancellation);
                return true;
            })));
    }

    private async Task SendGroupAsync(string place, IReadOnlyList<(OutboxItem Item, Outgoing Outgoing)> group, CancellationToken cancellation)
    {
        var begun = time.GetTimestamp();
        for (var i = 0; i < group.Count; i++)
        {
            var (item, outgoing) = group[i];
            if (done.ContainsKey(item.Id))
            {
                await RemoveAsync(item.Id);
                continue;
            }

            // The rest is due again when the lease ends; another instance must not get it while this one still sends.
            if (time.GetElapsedTime(begun) > LongestGroup) return;
            var result = await connector.SendAsync(outgoing, cancellation);
            if (result is Sent.Later later)
            {
                await PostponeAsync(place, group.Skip(i).Select(g => g.Item), later.After ?? Wait(item.Attempts));
                return;
            }

            await RemoveAsync(item.Id);
            await NoteAsync(outgoing, result);
        }

        // What was put behind these is due a moment later; it clears the conversation when it goes.
        if (!waiting.TryGetValue(place, out var last) || last <= time.GetUtcNow()) waiting.TryRemove(place, out _);
    }

    private async Task RemoveAsync(string id)
    {
        done[id] = true;
        await store.RemoveAsync(id, CancellationToken.None);
        done.TryRemove(id, out _);
    }

    private async Task PostponeAsync(string place, IEnumerable<OutboxItem> items, TimeSpan wait)
    {
        var due = time.GetUtcNow() + wait;
        foreach (var item in items)
        {
            await store.PostponeAsync(item.Id, due, CancellationToken.None);
            due += Step;
        }

        waiting.AddOrUpdate(place, due, (_, last) => last > due ? last : due);
    }

    private async Task KeepAsync(Outgoing outgoing, DateTimeOffset due)
    {
        // The order within a conversation is the order of the due times.
        var now = time.GetUtcNow();
        if (due < now) due = now;
        try
        {
            await store.EnqueueAsync(
                new OutboxItem(Guid.CreateVersion7(now).ToString("N"), Channel, outgoing.Target(), outgoing.Payload, 0, due, now + options.OutboxKeeps), CancellationToken.None);
            waiting[outgoing.Place] = due;
            Log.Kept(logger, outgoing.AnswerId);
        }
        catch (StoreUnavailableException)
        {
            Log.Lost(logger, outgoing.AnswerId);
        }
    }

    private async Task NoteAsync(Outgoing outgoing, Sent result)
    {
        if (result is Sent.Taken taken && outgoing.AnswerId is { } answerId) await sent.NoteAsync(outgoing.Place, taken.Id, answerId, CancellationToken.None);
    }

    private static TimeSpan Wait(int attempts)
    {
        var wait = FirstWait * (1 << Math.Clamp(attempts, 0, 6));
        return wait < LongestWait ? wait : LongestWait;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The reply with answer {AnswerId} waits in the outbox.")]
        internal static partial void Kept(ILogger logger, string? answerId);

        [LoggerMessage(Level = LogLevel.Error, Message = "The reply with answer {AnswerId} could neither be sent nor kept.")]
        internal static partial void Lost(ILogger logger, string? answerId);
    }
}
