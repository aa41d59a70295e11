using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Channels.Activity.Wire;

namespace Bot.Channels.Activity.Replies;

/// <summary>Web Chat's thumbs: two actions go out with an answer, and the one that was chosen comes back as an event.</summary>
/// <param name="AnswerId">The answer that it is about.</param>
/// <param name="Helpful">Whether the thumb points up.</param>
internal sealed record Vote(string AnswerId, bool Helpful)
{
    /// <summary>The event's name.</summary>
    internal const string Event = "webchat:activity-status/feedback";

    private const string Like = "LikeAction", Dislike = "DislikeAction", Prefix = "answer:";

    /// <summary>Both thumbs.</summary>
    internal static JsonArray Offer(string answerId) => [Action(Like, answerId), Action(Dislike, answerId)];

    /// <summary>The vote among an event's entities; null where there is none of ours.</summary>
    internal static Vote? Read(IEnumerable<JsonElement> entities)
    {
        foreach (var entity in entities)
        {
            if (entity.ValueKind != JsonValueKind.Object || ActivityFields.TextOf(entity, "@type") is not (Like or Dislike) || ActivityFields.TextOf(entity, "@id") is not { } id) continue;
            if (id.StartsWith(Prefix, StringComparison.Ordinal) && id.Split('#') is [var answer, _]) return new Vote(answer[Prefix.Length..], ActivityFields.TextOf(entity, "@type") == Like);
        }

        return null;
    }

    /// <summary>The vote as it came, and nothing else that the client may have put there.</summary>
    internal JsonObject Entity() => Action(Helpful ? Like : Dislike, AnswerId);

    private static JsonObject Action(string type, string answerId) => new()
    {
        ["type"] = "https://schema.org/" + type,
        ["@type"] = type,
        ["@id"] = $"{Prefix}{answerId}#{type}",
        ["actionStatus"] = "PotentialActionStatus",
    };
}
