using Bot.Store.Records;

namespace Bot.Store;

/// <summary>
/// What outlives the process. Writes are durable when their task ends and throw <see cref="StoreUnavailableException"/>
/// where nothing can be kept; reads then find nothing, so that clauses and awards are still answered.
/// </summary>
internal interface IStore : IConversations, IClaims, IOutbox, ITokens, IPersonalData
{
    /// <summary>Finds an answer.</summary>
    Task<AnswerRecord?> FindAnswerAsync(string answerId, CancellationToken cancellation);

    /// <summary>Lists answers, the newest first.</summary>
    Task<AnswerPage> AnswersAsync(AnswerFilter filter, CancellationToken cancellation);

    /// <summary>Adds feedback to an answer.</summary>
    /// <returns>False where there is no such answer; nothing is kept then.</returns>
    Task<bool> AddFeedbackAsync(string answerId, bool helpful, string? comment, CancellationToken cancellation);

    /// <summary>Lists the feedback on an answer in the order in which it came.</summary>
    Task<IReadOnlyList<FeedbackRecord>> FeedbackAsync(string answerId, CancellationToken cancellation);

    /// <summary>Deletes a conversation with its answers and their feedback, as its user may ask.</summary>
    /// <returns>Whether there was anything to delete.</returns>
    Task<bool> ForgetConversationAsync(string channel, string conversationId, CancellationToken cancellation);

    /// <summary>Deletes what has been kept for its time.</summary>
    Task<PurgeReport> PurgeAsync(DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Asks the database whether it takes writes.</summary>
    /// <returns>Null where it does, else what is wrong.</returns>
    Task<StoreProblem?> CheckAsync(CancellationToken cancellation);
}
