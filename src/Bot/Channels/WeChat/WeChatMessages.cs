using Bot.Channels.Tencent;

namespace Bot.Channels.WeChat;

/// <summary>What the Official Account's messages ask for, and how its replies are written.</summary>
internal static class WeChatMessages
{
    /// <summary>What to do.</summary>
    internal static Act Act(CallbackMessage message) => message.Type switch
    {
        "text" => Words.Of(message["Content"]),
        "voice" => message["Recognition"].Trim().Length > 0 ? Words.Of(SpokenText.Mend(message["Recognition"])) : new Act.Say(Sentences.VoiceUnread),
        "image" or "video" or "shortvideo" => new Act.Say(Sentences.Picture),
        "location" => new Act.Say(Sentences.Location),
        "link" => new Act.Say(Sentences.Link),
        "event" => OfEvent(message),
        _ => new Act.Say(Sentences.Other),
    };

    /// <summary>The reply's XML; null where there is nothing to say.</summary>
    internal static string? Write(CallbackMessage message, Said said, DateTimeOffset now)
    {
        if (said.Text.Length == 0) return null;
        var xml = message.BeginReply(now);
        // The talk goes to the account's own staff; what there is to say is sent apart.
        return said.Form == SaidForm.Transfer
            ? xml.AppendText("MsgType", "transfer_customer_service").Append("</xml>").ToString()
            : xml.AppendText("MsgType", "text").AppendText("Content", said.Text).Append("</xml>").ToString();
    }

    private static Act OfEvent(CallbackMessage message) => message.Event switch
    {
        "subscribe" or "SCAN" => new Act.Say(Sentences.Welcome),
        "unsubscribe" => new Act.Forget(),
        "CLICK" => WeChatMenu.Act(message.EventKey),
        _ => new Act.Nothing(),
    };
}
