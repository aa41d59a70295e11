using System.Text.Json;

namespace Bot.Channels.Activity.Wire;

/// <summary>Who sends or receives.</summary>
/// <param name="Id">The channel's id.</param>
/// <param name="Name">How the channel shows it; null where it does not say.</param>
/// <param name="Raw">The whole object, so that it goes back unchanged.</param>
internal sealed record Account(string Id, string? Name, JsonElement Raw);

/// <summary>Where it was said.</summary>
/// <param name="Id">The channel's id.</param>
/// <param name="Type"><c>personal</c>, <c>groupChat</c>, <c>channel</c>; null where the channel knows no such thing.</param>
/// <param name="IsShared">Whether several people read it.</param>
/// <param name="Raw">The whole object, so that it goes back unchanged.</param>
internal sealed record ConversationAccount(string Id, string? Type, bool IsShared, JsonElement Raw);

/// <summary>A mention of somebody in a text.</summary>
/// <param name="Id">Who is meant.</param>
/// <param name="Name">Their name; null where the channel does not say.</param>
/// <param name="Text">The words in the text that are the mention.</param>
internal sealed record Mention(string Id, string? Name, string Text);
