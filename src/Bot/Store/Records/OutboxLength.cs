namespace Bot.Store.Records;

/// <summary>How many replies of one channel wait to be sent.</summary>
/// <param name="Channel">The door that they leave by.</param>
/// <param name="Count">How many.</param>
internal sealed record OutboxLength(string Channel, int Count);
