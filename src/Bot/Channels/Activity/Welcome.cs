using System.Text.Json.Nodes;
using Bot.Channels.Activity.Replies;
using Bot.Channels.Activity.Wire;
using Bot.Store;

namespace Bot.Channels.Activity;

/// <summary>Greets a user, or introduces itself to a group, once.</summary>
internal sealed class Welcome(IStore store, ConversationNames names)
{
    private const string Claims = "activity-welcome";
    private const string Personal = "您好！我是政策问答助手，可以帮您查《寻乌县支持数字经济做优做强政策十一条》和数字产业集群培育试点通知的条款，核算奖励金额，并附上原文依据。";
    private const string Group = "大家好！我是政策问答助手。@我 提问，就能查数字经济政策条款、核算奖励金额，并附上原文依据。";
    private static readonly string[] Examples = ["有哪些奖励？", "首次入围中国互联网百强能奖多少？", "你能回答哪些问题？"];

    /// <summary>The greeting; null where none is due.</summary>
    internal async Task<JsonObject?> OnConversationUpdateAsync(IncomingActivity activity, CancellationToken cancellation)
    {
        var (bot, place) = (activity.Recipient?.Id, activity.Conversation);
        if (bot is null || place is not { Id.Length: > 0 }) return null;
        if (activity.MembersRemoved.Contains(bot)) await ForgetAsync(activity, cancellation);
        // In a personal chat the user who came, in a group the bot itself; the others are not ours to greet.
        var due = place.IsShared ? activity.MembersAdded.Contains(bot) : activity.MembersAdded.Any(m => m != bot);
        if (!due || !await FirstAsync(activity, cancellation)) return null;
        return place.IsShared ? ReplyActivity.Text(activity, Group) : ReplyActivity.Text(activity, Personal, Examples);
    }

    /// <summary>Says nothing: the conversationUpdate of the same event does. Once removed, a new installation is greeted again.</summary>
    internal async Task<IReadOnlyList<ActivityReply>> OnInstallationUpdateAsync(IncomingActivity activity, CancellationToken cancellation)
    {
        if (activity.Action == "remove") await ForgetAsync(activity, cancellation);
        return [];
    }

    private async Task<bool> FirstAsync(IncomingActivity activity, CancellationToken cancellation)
    {
        try
        {
            return await store.TryClaimAsync(Claims, names.Place(activity), abandonedAfter: null, cancellation);
        }
        catch (StoreUnavailableException)
        {
            // Better greeted twice than not at all.
            return true;
        }
    }

    private async Task ForgetAsync(IncomingActivity activity, CancellationToken cancellation)
    {
        try
        {
            await store.ReleaseClaimAsync(Claims, names.Place(activity), cancellation);
        }
        catch (StoreUnavailableException)
        {
            // The claim is purged in its time; until then a new installation is not greeted.
            return;
        }
    }
}
