namespace Bot.Store.Records;

/// <summary>A reply that is still to be sent.</summary>
/// <param name="Id">The sender's own id for it.</param>
/// <param name="Channel">The door that it leaves by.</param>
/// <param name="Target">Where to, as the channel's JSON.</param>
/// <param name="Payload">What, as the channel's JSON.</param>
/// <param name="Attempts">How often it has been taken for sending.</param>
/// <param name="Due">Not to be sent before, to the millisecond.</param>
/// <param name="Expires">Of no use from then on, to the millisecond.</param>
internal sealed record OutboxItem(
    string Id, string Channel, string Target, string Payload, int Attempts, DateTimeOffset Due, DateTimeOffset Expires);
