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

    /// <summary>Writes both thumbs.</summary>
    internal static void Offer(Utf8JsonWriter json, string answerId)
    {
        Write(json, Like, answerId);
        Write(json, Dislike, answerId);
    }

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
    internal JsonObject Entity() => ReplyJson.Tree(json => Write(json, Helpful ? Like : Dislike, AnswerId));

    private static void Write(Utf8JsonWriter json, string type, string answerId)
    {
        json.WriteStartObject();
        json.WriteString("type", "https://schema.org/" + type);
        json.WriteString("@type", type);
        json.WriteString("@id", $"{Prefix}{answerId}#{type}");
        json.WriteString("actionStatus", "PotentialActionStatus");
        json.WriteEndObject();
    }
}
