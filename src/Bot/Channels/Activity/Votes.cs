using Bot.Api;
using Bot.Channels.Activity.Replies;
using Bot.Channels.Activity.Wire;
using Bot.Store;

namespace Bot.Channels.Activity;

/// <summary>Votes in Web Chat become the same feedback as everywhere; only for an answer that was given where the vote comes from.</summary>
internal sealed partial class Votes(IStore store, ConversationNames names, ILogger<Votes> logger)
{
    /// <summary>Keeps the vote, and says nothing.</summary>
    internal async Task<IReadOnlyList<ActivityReply>> TakeAsync(IncomingActivity activity, CancellationToken cancellation)
    {
        if (Vote.Read(activity.Entities) is not { } vote || !AskBody.IsId(vote.AnswerId)
            || await store.FindAnswerAsync(vote.AnswerId, cancellation) is not { } answer || !names.IsOf(activity, answer.Channel, answer.ConversationId)
            || !await store.AddFeedbackAsync(vote.AnswerId, vote.Helpful, null, cancellation))
        {
            Log.NoAnswer(logger);
        }

        return [];
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A vote came for no answer that was given in its conversation.")]
        internal static partial void NoAnswer(ILogger logger);
    }
}
