using System.Buffers;
using Bot.Channels.Activity.Wire;

namespace Bot.Channels.Activity;

/// <summary>What the program calls a conversation and its user: hashes, never the channel's own ids.</summary>
internal sealed class ConversationNames(KeyedHash hash)
{
    private const int LongestChannel = 40;
    private static readonly SearchValues<char> OfChannels = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>The door's name in records: <c>activity:msteams</c>.</summary>
    internal static string Channel(IncomingActivity activity) =>
        activity.ChannelId is { Length: > 0 and <= LongestChannel } id && !id.AsSpan().ContainsAnyExcept(OfChannels) ? $"activity:{id.ToLowerInvariant()}" : "activity";

    /// <summary>The conversation with everybody in it.</summary>
    internal string Place(IncomingActivity activity) => Place(activity.ChannelId ?? "", activity.Conversation?.Id ?? "");

    /// <summary>The same by the channel's own ids.</summary>
    internal string Place(string channelId, string conversationId) => hash.Of("place", channelId, conversationId);

    /// <summary>The conversation as far as one user's questions go: in shared places each has their own, and everywhere a user's records are found by the user.</summary>
    /// <param name="activity">What arrived.</param>
    /// <param name="user">Who speaks, as <see cref="User(IncomingActivity)"/> has it.</param>
    internal string Conversation(IncomingActivity activity, string user) => Conversation(Place(activity), user);

    /// <summary>The same by the names of both.</summary>
    internal static string Conversation(string place, string user) => $"{place}.{user}";

    /// <summary>Whether a record belongs where the activity comes from: to anybody there, from elsewhere to nobody.</summary>
    internal bool IsOf(IncomingActivity activity, string channel, string conversationId)
    {
        var place = Place(activity);
        return channel == Channel(activity) && (conversationId == place || conversationId.StartsWith(place + ".", StringComparison.Ordinal));
    }

    /// <summary>Who speaks.</summary>
    internal string User(IncomingActivity activity) => User(activity.ChannelId ?? "", activity.From?.Id ?? "");

    /// <summary>The same by the channel's own ids.</summary>
    internal string User(string channelId, string userId) => hash.Of("user", channelId, userId);

    /// <summary>A delivery, by which a repeated one is known.</summary>
    internal string Delivery(IncomingActivity activity) => hash.Of("delivery", activity.ChannelId ?? "", activity.Conversation?.Id ?? "", activity.Id ?? "");

    /// <summary>One of our own messages, by the id that the channel gave it.</summary>
    internal string Sent(string place, string activityId) => hash.Of("sent", place, activityId);
}
