namespace Bot.Store.Records;

/// <summary>An access token as instances share it.</summary>
/// <param name="Name">Whose it is; tells nothing of the account.</param>
/// <param name="Sealed">The token, encrypted; empty where none was fetched yet. A new one is never the same text.</param>
/// <param name="UseUntil">Until when it is used; it holds a little longer.</param>
internal sealed record KeptToken(string Name, string Sealed, DateTimeOffset UseUntil);
