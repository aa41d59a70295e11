using Bot.Inputs;

namespace Bot.Privacy;

/// <summary>Whose data is meant.</summary>
/// <param name="Channel">The door as the records name it: <c>api</c>, <c>wechat</c>, <c>wecom</c>, <c>activity:msteams</c>, …</param>
/// <param name="ConversationId">The conversation, as the program or the channel names it; null where the user is given.</param>
/// <param name="UserId">The channel's own id of the user (openid, user id); null where the conversation is given.</param>
/// <param name="Account">The account that the user wrote to, where ids hold for one account only (WeChat: its original id; WeCom: corporation/agent).</param>
internal sealed record PersonBody(string Channel, string? ConversationId, string? UserId, string? Account)
{
    internal const int LongestId = 512;

    /// <summary>Reads it; null where faults were noted.</summary>
    internal static PersonBody? Read(Fields fields)
    {
        var channel = Take(fields, "channel", required: true);
        var conversation = Take(fields, "conversationId", required: false);
        var user = Take(fields, "userId", required: false);
        var account = Take(fields, "account", required: false);
        if (fields.Faults.Count == 0 && (conversation is null) == (user is null)) fields.Fault("conversationId", "conversationId 和 userId 请写其中一个。");
        if (fields.Faults.Count == 0 && user is not null && account is null && PersonFinder.NeedsAccount(channel!)) fields.Fault("account", "account 应写明用户所关注的账号：公众号的原始 ID，或“企业 ID/应用 ID”。");
        fields.RefuseRest("channel", "conversationId", "userId", "account");
        return fields.Faults.Count == 0 ? new PersonBody(channel!, conversation, user, account) : null;
    }

    private static string? Take(Fields fields, string name, bool required)
    {
        var json = fields.Take(name);
        if (json is Json.Text text && text.Value.Length is > 0 and <= LongestId && PlainText.Clean(text.Value) == text.Value) return text.Value;
        if (!fields.IsTwice(name) && (json is not null || required)) fields.Fault(name, $"{name} 应为 1 到 {LongestId} 个字符的字符串。");
        return null;
    }
}
