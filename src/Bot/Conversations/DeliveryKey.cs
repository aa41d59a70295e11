namespace Bot.Conversations;

/// <summary>A channel's delivery, which a repeated one bears too.</summary>
/// <param name="Channel">What its claims are kept under.</param>
/// <param name="MessageId">The message's id there.</param>
internal sealed record DeliveryKey(string Channel, string MessageId);
