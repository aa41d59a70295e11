using System.Text.Json;
using Bot.Api;
using Bot.Store.Records;

namespace Bot.Channels.Tencent;

/// <summary>A late reply as the outbox keeps it; the only place where the user's id stands, for as long as the item lives.</summary>
/// <param name="Account">The account that was written to.</param>
/// <param name="User">The openid or user id.</param>
/// <param name="Key">What tells a repeat of the message.</param>
/// <param name="Text">What was said, so that another process can answer it; empty where the reply is known.</param>
/// <param name="Reference">The reply; empty where it has yet to be made.</param>
internal sealed record LateItem(string Account, string User, string Key, string Text, string Reference)
{
    /// <summary>For a message that is being answered.</summary>
    internal static LateItem? Of(Incoming incoming)
    {
        var text = incoming.Act switch
        {
            Act.Ask ask => ask.Text,
            Act.ReadOn => "继续",
            Act.Human => "转人工",
            Act.Summary => "答复单",
            _ => "",
        };
        return text.Length == 0 ? null : new LateItem(incoming.Account, incoming.User, incoming.Key, text, "");
    }

    /// <summary>The id in the outbox: a message has one late reply at most, and one thing sent beside its reply.</summary>
    internal string Id(string channel) => $"{channel}:{Key}" + (Reference.Length > 0 ? ":beside" : "");

    internal OutboxItem Write(string channel, DateTimeOffset due, DateTimeOffset expires) => new(
        Id(channel), channel, Target(Account, User), Json(("key", Key), ("text", Text), ("reference", Reference)), 0, due, expires);

    /// <summary>Where a user's replies go.</summary>
    internal static string Target(string account, string user) => Json(("account", account), ("user", user));

    internal static LateItem Read(OutboxItem item)
    {
        using var target = JsonDocument.Parse(item.Target);
        using var payload = JsonDocument.Parse(item.Payload);
        return new LateItem(
            target.RootElement.GetProperty("account").GetString()!,
            target.RootElement.GetProperty("user").GetString()!,
            payload.RootElement.GetProperty("key").GetString()!,
            payload.RootElement.GetProperty("text").GetString()!,
            payload.RootElement.GetProperty("reference").GetString()!);
    }

    private static string Json(params (string Name, string Value)[] members) => JsonWords.Text(json =>
    {
        json.WriteStartObject();
        foreach (var (name, value) in members) json.WriteString(name, value);
        json.WriteEndObject();
    });
}
