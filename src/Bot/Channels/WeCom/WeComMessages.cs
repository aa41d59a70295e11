using Bot.Channels.Tencent;
using Bot.Channels.WeChat;

namespace Bot.Channels.WeCom;

/// <summary>What WeCom's messages ask for, and how replies in place are written.</summary>
internal static class WeComMessages
{
    /// <summary>What to do.</summary>
    internal static Act Act(CallbackMessage message) => message.Type switch
    {
        "text" => Words.Of(message["Content"]),
        "voice" => new Act.Say(Sentences.VoiceUnread),
        "image" or "video" => new Act.Say(Sentences.Picture),
        "location" => new Act.Say(Sentences.Location),
        "link" => new Act.Say(Sentences.Link),
        "event" => OfEvent(message),
        _ => new Act.Say(Sentences.Other),
    };

    /// <summary>The reply's XML before it is encrypted; null where there is nothing to say.</summary>
    internal static string? Write(CallbackMessage message, Said said, DateTimeOffset now)
    {
        if (said.Text.Length == 0) return null;
        var xml = message.BeginReply(now);
        return said.Form == SaidForm.Card && WeComCards.AnswerOf(message["TaskId"]) is not null
            ? WeComCards.WriteRated(xml.AppendText("MsgType", "update_template_card"), message["TaskId"], said.Text).Append("</xml>").ToString()
            : xml.AppendText("MsgType", "text").AppendText("Content", said.Text).Append("</xml>").ToString();
    }

    private static Act OfEvent(CallbackMessage message) => message.Event switch
    {
        "subscribe" => new Act.Say(Sentences.WelcomeStaff),
        "unsubscribe" => new Act.Forget(),
        "click" => WeChatMenu.Act(message.EventKey),
        "template_card_event" => WeComCards.AnswerOf(message["TaskId"]) is { } answer && WeComCards.Rating(message.EventKey) is { } helpful
            ? new Act.Rate(answer, helpful)
            : new Act.Nothing(),
        _ => new Act.Nothing(),
    };
}
