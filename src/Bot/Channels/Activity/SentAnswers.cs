using Bot.Store;
using Bot.Store.Records;

namespace Bot.Channels.Activity;

/// <summary>Which of our messages showed which answer, since feedback names the message.</summary>
internal sealed partial class SentAnswers(IStore store, ConversationNames names, ILogger<SentAnswers> logger)
{
    private const string Claims = "activity-sent";

    // No channel's id begins like that.
    private const string Last = "\nlast", WithoutId = "\nwithout-id";

    /// <summary>Notes a message that was sent.</summary>
    /// <param name="place">The conversation, as <see cref="ConversationNames.Place(Wire.IncomingActivity)"/> has it.</param>
    /// <param name="activityId">The id that the channel gave the message; null where it gave none.</param>
    /// <param name="answerId">The answer.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async Task NoteAsync(string place, string? activityId, string answerId, CancellationToken cancellation)
    {
        try
        {
            await KeepAsync(names.Sent(place, Last), answerId, cancellation);
            await KeepAsync(names.Sent(place, activityId is { Length: > 0 } ? activityId : WithoutId), answerId, cancellation);
        }
        catch (StoreUnavailableException)
        {
            Log.NotKept(logger, answerId);
        }
    }

    /// <summary>The answer that a message showed: by its id, else the last that was sent and got none; where no message is named, the last of all.</summary>
    internal async Task<string?> FindAsync(string place, string? activityId, CancellationToken cancellation)
    {
        var found = activityId is { Length: > 0 }
            ? await FindKeyAsync(names.Sent(place, activityId), cancellation) ?? await FindKeyAsync(names.Sent(place, WithoutId), cancellation)
            : await FindKeyAsync(names.Sent(place, Last), cancellation);
        return found?.AnswerId;
    }

    private Task<ProcessedMessage?> FindKeyAsync(string key, CancellationToken cancellation) => store.FindClaimAsync(Claims, key, cancellation);

    private async Task KeepAsync(string key, string answerId, CancellationToken cancellation)
    {
        _ = await store.TryClaimAsync(Claims, key, abandonedAfter: null, cancellation);
        await store.CompleteClaimAsync(Claims, key, answerId, cancellation);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Feedback on answer {AnswerId} cannot be told apart: the message's id was not kept.")]
        internal static partial void NotKept(ILogger logger, string answerId);
    }
}
