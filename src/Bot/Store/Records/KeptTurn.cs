using Bot.Conversations;

namespace Bot.Store.Records;

/// <summary>What is kept of a turn, as it is written: the answer, and what its conversation knows after it. Read back as <see cref="AnswerRecord"/> and <see cref="ConversationRecord"/>.</summary>
/// <param name="AnswerId">At least 128 random bits.</param>
/// <param name="Channel">The door.</param>
/// <param name="ConversationId">The conversation's id within its channel.</param>
/// <param name="At">When it was answered, to the millisecond.</param>
/// <param name="AsOf">The date for which the answer holds.</param>
/// <param name="Kind">The contract's word for the answer's kind.</param>
/// <param name="Question">What was asked, masked by the caller.</param>
/// <param name="Body">The answer as JSON, in UTF-8.</param>
/// <param name="CorpusVersion">Which wording of the documents it was made from.</param>
/// <param name="Inputs">The turns so far as JSON, in UTF-8.</param>
/// <param name="State">The dialogue's state as JSON, in UTF-8; the store does not look into it.</param>
internal sealed record KeptTurn(
    string AnswerId,
    string Channel,
    string ConversationId,
    DateTimeOffset At,
    DateOnly AsOf,
    string Kind,
    string Question,
    ReadOnlyMemory<byte> Body,
    string CorpusVersion,
    ReadOnlyMemory<byte> Inputs,
    ReadOnlyMemory<byte> State)
{
    /// <summary>The delivery that it answers, kept with it; null where there is none.</summary>
    internal DeliveryKey? Delivery { get; init; }
}
