namespace Bot.Store.Records;

/// <summary>What a user thought of an answer.</summary>
/// <param name="Id">Grows with each feedback.</param>
/// <param name="AnswerId">The answer that it is about.</param>
/// <param name="Helpful">Whether it helped.</param>
/// <param name="Comment">The user's words, masked by the caller; null where there are none.</param>
/// <param name="At">When it was given, to the millisecond.</param>
internal sealed record FeedbackRecord(long Id, string AnswerId, bool Helpful, string? Comment, DateTimeOffset At);
