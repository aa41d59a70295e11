namespace Bot.Channels.Web;

/// <summary>That somebody is signed in at the desk.</summary>
/// <param name="Expires">Until when.</param>
/// <param name="Subject">The provider's name for the user; null for whoever knew the secret.</param>
internal readonly record struct DeskPass(DateTimeOffset Expires, string? Subject);
