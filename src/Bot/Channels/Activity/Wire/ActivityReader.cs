using System.Text.Json;
using Bot.Inputs;

namespace Bot.Channels.Activity.Wire;

/// <summary>Reads an activity: strict in the kinds of the values that are used, indifferent to all others.</summary>
internal static class ActivityReader
{
    private const int Deepest = 64;

    // They become parts of an address.
    private const int LongestId = 2000;

    /// <summary>The activity, or the faults that make it a 400.</summary>
    internal static (IncomingActivity? Activity, IReadOnlyList<InputFault> Faults, string Fault) Read(ReadOnlyMemory<byte> utf8)
    {
        using var json = JsonSoundness.Parse(utf8, Deepest);
        if (json is null) return (null, [], "请求内容不是有效的 JSON，请以 UTF-8 编码发送一个活动（Activity）对象。");
        if (json.RootElement.ValueKind != JsonValueKind.Object) return (null, [], "请求内容应是一个活动（Activity）对象，例如 {\"type\":\"message\", …}。");
        var fields = new ActivityFields(json.RootElement.Clone());
        var activity = Read(fields);
        return fields.Faults.Count == 0 ? (activity, [], "") : (null, fields.Faults, "");
    }

    private static IncomingActivity Read(ActivityFields fields)
    {
        var type = fields.Text("type") ?? "";
        var entities = fields.List("entities");
        if (type.Length == 0) fields.Fault("type", "请在 type 中写明活动的类型，例如 message。");
        var activity = new IncomingActivity(type)
        {
            Id = fields.Text("id"),
            ChannelId = fields.Text("channelId"),
            ServiceUrl = fields.Text("serviceUrl"),
            Text = fields.Text("text"),
            Locale = fields.Text("locale"),
            Name = fields.Text("name"),
            Action = fields.Text("action"),
            ReplyToId = fields.Text("replyToId"),
            DeliveryMode = fields.Text("deliveryMode"),
            From = ReadAccount(fields, "from"),
            Recipient = ReadAccount(fields, "recipient"),
            Conversation = ReadConversation(fields),
            Value = fields.Find("value"),
            Entities = entities,
            Mentions = entities.Count == 0 ? [] : [.. entities.Select(ReadMention).OfType<Mention>()],
            MembersAdded = ReadIds(fields, "membersAdded"),
            MembersRemoved = ReadIds(fields, "membersRemoved"),
            HasAttachments = fields.List("attachments").Count > 0,
        };
        CheckLengths(fields, activity);
        if (type != "message") return activity;
        if (activity.Conversation is not { Id.Length: > 0 }) fields.Fault("conversation.id", "消息应写明 conversation.id。");
        if (activity.From is not { Id.Length: > 0 }) fields.Fault("from.id", "消息应写明 from.id。");
        return activity;
    }

    private static void CheckLengths(ActivityFields fields, IncomingActivity activity)
    {
        CheckLength(fields, "id", activity.Id);
        CheckLength(fields, "replyToId", activity.ReplyToId);
        CheckLength(fields, "serviceUrl", activity.ServiceUrl);
        CheckLength(fields, "conversation.id", activity.Conversation?.Id);
        CheckLength(fields, "from.id", activity.From?.Id);
        CheckLength(fields, "recipient.id", activity.Recipient?.Id);
    }

    private static void CheckLength(ActivityFields fields, string name, string? id)
    {
        if (id?.Length > LongestId) fields.Fault(name, $"{name} 不应超过 {LongestId} 个字符。");
    }

    private static Account? ReadAccount(ActivityFields fields, string name) =>
        fields.Nested(name) is { } account ? new Account(account.Text("id") ?? "", account.Text("name"), account.Raw) : null;

    private static ConversationAccount? ReadConversation(ActivityFields fields)
    {
        if (fields.Nested("conversation") is not { } conversation) return null;
        var type = conversation.Text("conversationType");
        var shared = conversation.Truth("isGroup") || type is "groupChat" or "channel";
        return new ConversationAccount(conversation.Text("id") ?? "", type, shared, conversation.Raw);
    }

    // Entities are open to all: what is not a mention as we know it is somebody else's.
    private static Mention? ReadMention(JsonElement entity) =>
        entity.ValueKind == JsonValueKind.Object
        && entity.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("mention")
        && entity.TryGetProperty("mentioned", out var who) && who.ValueKind == JsonValueKind.Object
        && ActivityFields.TextOf(who, "id") is { Length: > 0 } id
        && ActivityFields.TextOf(entity, "text") is { Length: > 0 } text
            ? new Mention(id, ActivityFields.TextOf(who, "name"), text)
            : null;

    private static IReadOnlyList<string> ReadIds(ActivityFields fields, string name) => fields.List(name) is { Count: > 0 } members
        ? [.. members.Select(member => member.ValueKind == JsonValueKind.Object ? ActivityFields.TextOf(member, "id") : null).OfType<string>()]
        : [];
}
