namespace Bot.Store.Records;

/// <summary>One answer as it was given, with what it takes to give it again.</summary>
/// <param name="AnswerId">At least 128 random bits.</param>
/// <param name="Channel">The door that it left by.</param>
/// <param name="ConversationId">The conversation within the channel.</param>
/// <param name="At">When it was given, to the millisecond.</param>
/// <param name="AsOf">The date for which it holds.</param>
/// <param name="Kind">The contract's word for the kind: <c>award</c>, <c>clause</c>, <c>refuse</c>, …</param>
/// <param name="Question">What was asked, masked by the caller.</param>
/// <param name="Body">The answer as JSON, kept character for character.</param>
/// <param name="CorpusVersion">Which wording of the documents it was made from.</param>
/// <param name="Inputs">The turns so far as JSON, enough to reproduce the answer.</param>
internal sealed record AnswerRecord(
    string AnswerId,
    string Channel,
    string ConversationId,
    DateTimeOffset At,
    DateOnly AsOf,
    string Kind,
    string Question,
    string Body,
    string CorpusVersion,
    string Inputs);
