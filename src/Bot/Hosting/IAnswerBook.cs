namespace Bot.Hosting;

/// <summary>Feedback as it was given.</summary>
/// <param name="AnswerId">The answer.</param>
/// <param name="Helpful">Whether it helped.</param>
/// <param name="Comment">What was said about it; null where nothing was.</param>
/// <param name="At">When.</param>
internal sealed record FeedbackNote(string AnswerId, bool Helpful, string? Comment, DateTimeOffset At);

/// <summary>Recorded answers and the feedback on them, as programs see the store.</summary>
internal interface IAnswerBook
{
    /// <summary>The answer as UTF-8 JSON, as it was given; null where there is none of that id.</summary>
    Task<ReadOnlyMemory<byte>?> FindAsync(string answerId, CancellationToken cancellation);

    /// <summary>Adds feedback.</summary>
    /// <returns>False where there is no such answer.</returns>
    /// <exception cref="KeepingException">Nothing can be kept at the moment.</exception>
    Task<bool> AddFeedbackAsync(string answerId, bool helpful, string? comment, CancellationToken cancellation);

    /// <summary>The feedback on an answer, in the order in which it came; null where there is no such answer.</summary>
    Task<IReadOnlyList<FeedbackNote>?> FeedbackAsync(string answerId, CancellationToken cancellation);
}

/// <summary>Nothing can be kept at the moment; trying again later may help.</summary>
/// <param name="full">Whether it is space that lacks.</param>
/// <param name="reason">One sentence in Chinese for the caller, without paths or secrets.</param>
/// <param name="cause">What the store said.</param>
internal sealed class KeepingException(bool full, string reason, Exception? cause = null) : Exception(reason, cause)
{
    /// <summary>The status over HTTP: 507 where space lacks, 503 otherwise.</summary>
    internal int Status => full ? StatusCodes.Status507InsufficientStorage : StatusCodes.Status503ServiceUnavailable;
}
