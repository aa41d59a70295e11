using System.Collections.Concurrent;
using Bot.Store;

namespace Bot.Channels.Tencent;

/// <summary>Each message is worked on once, whoever gets it how often: repeats wait for the same result.</summary>
internal sealed partial class Deliveries(Talk talk, IClaims claims, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<Deliveries> log)
{
    /// <summary>A claim without an answer that is older belongs to a process that died.</summary>
    internal static readonly TimeSpan Abandoned = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    // Three tries come within 15 seconds.
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<(string Channel, string Key), (Incoming First, Lazy<Task<Said>> Work)> known = new();

    /// <summary>The reply to a message; the work goes on when the request that began it has ended.</summary>
    internal Task<Said> OnceAsync(Incoming incoming)
    {
        var id = (incoming.Channel, incoming.Key);
        return known.GetOrAdd(id, _ => (incoming, new Lazy<Task<Said>>(() => Task.Run(() => RunAsync(id, incoming))))).Work.Value;
    }

    /// <summary>Where who works on the message looks whether it is late; null where it is another process.</summary>
    internal Lateness? LatenessOf(Incoming incoming) => known.TryGetValue((incoming.Channel, incoming.Key), out var work) ? work.First.Late : null;

    private async Task<Said> RunAsync((string Channel, string Key) id, Incoming incoming)
    {
        try
        {
            // Stopping, the program still answers what it has begun with; only its end gives up what is left.
            return await ClaimAsync(incoming, lifetime.ApplicationStopped);
        }
        catch (Exception e)
        {
            // Told to the user by whoever waits; a repeat begins anew.
            Log.Failed(log, id.Channel, e);
            known.TryRemove(id, out _);
            throw;
        }
        finally
        {
            _ = ForgetAsync(id);
        }
    }

    private async Task<Said> ClaimAsync(Incoming incoming, CancellationToken cancellation)
    {
        var (channel, key) = (incoming.Channel, incoming.Key);
        var began = time.GetTimestamp();
        while (time.GetElapsedTime(began) < LongestWait)
        {
            bool? mine = await TryClaimAsync(channel, key, cancellation);
            if (mine is null) return await talk.ReplyAsync(incoming, cancellation);
            if (mine.Value) return await WorkAsync(incoming, cancellation);
            // Another instance, or this one before a restart, has it.
            if (await claims.FindClaimAsync(channel, key, cancellation) is { AnswerId: { } reference })
                return await talk.RecallAsync(reference, cancellation) ?? new Said("", reference);
            await Task.Delay(Look, cancellation);
        }

        throw new TimeoutException("Nobody answered a claimed delivery in time.");
    }

    // Null: nothing can be kept, and what this process knows must do.
    private async Task<bool?> TryClaimAsync(string channel, string key, CancellationToken cancellation)
    {
        try
        {
            return await claims.TryClaimAsync(channel, key, Abandoned, cancellation);
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    private async Task<Said> WorkAsync(Incoming incoming, CancellationToken cancellation)
    {
        Said said;
        try
        {
            said = await talk.ReplyAsync(incoming, cancellation);
        }
        catch (Exception)
        {
            await KeepAsync(() => claims.ReleaseClaimAsync(incoming.Channel, incoming.Key, CancellationToken.None));
            throw;
        }

        await KeepAsync(() => claims.CompleteClaimAsync(incoming.Channel, incoming.Key, said.Reference, CancellationToken.None));
        return said;
    }

    private async Task KeepAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (StoreUnavailableException)
        {
            Log.NotKept(log);
        }
    }

    private async Task ForgetAsync((string Channel, string Key) id)
    {
        await Task.Delay(Remembered, time, CancellationToken.None);
        known.TryRemove(id, out _);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A message on {Channel} could not be answered")]
        internal static partial void Failed(ILogger logger, string channel, Exception fault);

        [LoggerMessage(LogLevel.Warning, "What became of a message could not be kept")]
        internal static partial void NotKept(ILogger logger);
    }
}
