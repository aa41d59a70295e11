namespace Bot.Conversations;

/// <summary>One message of a user, as every door hands it in.</summary>
/// <param name="Channel">The door: <c>web</c>, <c>cli</c>, <c>activity</c>, … Conversations of one channel cannot be reached from another.</param>
/// <param name="ConversationId">The conversation; null starts a new one.</param>
/// <param name="User">Who speaks, as far as the channel says; empty where it does not.</param>
/// <param name="Text">What was said.</param>
/// <param name="AsOf">The date for which the answer holds.</param>
internal sealed record Turn(string Channel, string? ConversationId, string User, string Text, DateOnly AsOf)
{
    /// <summary>The delivery that brought it, marked as answered together with the answer's record; null where the door does that, or no delivery is repeated.</summary>
    internal DeliveryKey? Delivery { get; init; }

    /// <summary>
    /// Where the door can show an answer while it forms: told of the text so far, first with nothing, then with each sentence that
    /// has passed every check. Never called where no model words the answer; the answer that is given replaces all of it.
    /// </summary>
    internal Action<string>? Show { get; init; }
}
