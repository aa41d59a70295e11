namespace Bot.Store.Records;

/// <summary>What is known in one conversation.</summary>
/// <param name="Channel">The door; conversations of one channel cannot be reached from another.</param>
/// <param name="ConversationId">The conversation's id within its channel.</param>
/// <param name="State">The dialogue's state as JSON; the store does not look into it.</param>
/// <param name="UpdatedAt">When it was last spoken in, to the millisecond; silence is counted from here.</param>
internal sealed record ConversationRecord(string Channel, string ConversationId, string State, DateTimeOffset UpdatedAt);
