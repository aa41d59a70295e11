using System.Text.Json.Nodes;

namespace Bot.Channels.Activity;

/// <summary>One activity to send.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="AnswerId">The answer that it shows; null where it shows none.</param>
internal sealed record ActivityReply(JsonObject Activity, string? AnswerId = null);
