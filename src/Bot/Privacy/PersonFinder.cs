using Bot.Channels.Activity;
using Bot.Channels.Tencent;
using Bot.Channels.WeChat;
using Bot.Channels.WeCom;
using Bot.Store.Records;

namespace Bot.Privacy;

/// <summary>From what a channel calls a user or a conversation to what the records call them.</summary>
internal sealed class PersonFinder(UserKey users, ConversationNames names)
{
    private const string ActivityDoor = "activity:";

    /// <summary>Whether a user's id means nothing without the account that it was given by.</summary>
    internal static bool NeedsAccount(string channel) => channel is WeChatEndpoints.Channel or WeComEndpoints.Channel;

    /// <summary>Which records are meant.</summary>
    internal Person Find(PersonBody body)
    {
        if (body.UserId is { } user && NeedsAccount(body.Channel)) return new Person(body.Channel, users.Of(body.Channel, body.Account!, user), Target: LateItem.Target(body.Account!, user));
        if (!body.Channel.StartsWith(ActivityDoor, StringComparison.Ordinal)) return new Person(body.Channel, body.ConversationId ?? body.UserId!);
        var channel = body.Channel[ActivityDoor.Length..];
        // Each user has a conversation of their own wherever they speak, named after the place and the user.
        return body.UserId is { } id
            ? new Person(body.Channel, names.User(channel, id), Like: $"%.{names.User(channel, id)}")
            : IsName(body.ConversationId!)
                ? new Person(body.Channel, body.ConversationId!)
                : new Person(body.Channel, names.Place(channel, body.ConversationId!), Like: $"{names.Place(channel, body.ConversationId!)}.%");
    }

    // As our own records and the desk show it.
    private static bool IsName(string id) => id.Split('.') is { Length: 1 or 2 } parts && parts.All(p => p.Length == 32 && p.All(char.IsAsciiHexDigitLower));
}
