namespace Bot.Store.Records;

/// <summary>A delivery that somebody has taken, so that a repeated one is answered once.</summary>
/// <param name="Channel">The door.</param>
/// <param name="MessageId">The channel's id of the message.</param>
/// <param name="AnswerId">The answer that it got; null while it is being worked on.</param>
/// <param name="At">When it was taken, to the millisecond.</param>
internal sealed record ProcessedMessage(string Channel, string MessageId, string? AnswerId, DateTimeOffset At);
