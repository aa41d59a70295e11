using System.Text.Json;

namespace Bot.Channels.Activity.Wire;

/// <summary>One activity as it arrived: what we read of it. Members that we do not know are left alone.</summary>
/// <param name="Type"><c>message</c>, <c>conversationUpdate</c>, <c>invoke</c>, …</param>
internal sealed record IncomingActivity(string Type)
{
    internal string? Id { get; init; }

    internal string? ChannelId { get; init; }

    internal string? ServiceUrl { get; init; }

    internal string? Text { get; init; }

    internal string? Locale { get; init; }

    /// <summary>What is invoked.</summary>
    internal string? Name { get; init; }

    /// <summary>What an installationUpdate did.</summary>
    internal string? Action { get; init; }

    internal string? ReplyToId { get; init; }

    internal string? DeliveryMode { get; init; }

    /// <summary>Who speaks; null where the activity names nobody.</summary>
    internal Account? From { get; init; }

    /// <summary>The bot, as the channel calls it.</summary>
    internal Account? Recipient { get; init; }

    internal ConversationAccount? Conversation { get; init; }

    internal JsonElement? Value { get; init; }

    internal IReadOnlyList<Mention> Mentions { get; init; } = [];

    /// <summary>All of them, as they came.</summary>
    internal IReadOnlyList<JsonElement> Entities { get; init; } = [];

    /// <summary>The ids of those who joined.</summary>
    internal IReadOnlyList<string> MembersAdded { get; init; } = [];

    /// <summary>The ids of those who left.</summary>
    internal IReadOnlyList<string> MembersRemoved { get; init; } = [];

    internal bool HasAttachments { get; init; }

    /// <summary>Whether Microsoft's Playground sent it, which passes for Teams; no body says so, but a header.</summary>
    internal bool IsPlayground { get; init; }

    /// <summary>Whether the replies are wanted in the response itself.</summary>
    internal bool ExpectsReplies => DeliveryMode == "expectReplies";
}
