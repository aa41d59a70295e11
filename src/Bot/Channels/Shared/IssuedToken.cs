namespace Bot.Channels.Shared;

/// <summary>A token as a service gives it, or why it gives none.</summary>
/// <param name="Token">The token; null where there is none.</param>
/// <param name="Use">How long to use it: a little shorter than it holds.</param>
/// <param name="Failure">The service's code where there is none.</param>
internal sealed record IssuedToken(string? Token, TimeSpan Use, int Failure = 0);
