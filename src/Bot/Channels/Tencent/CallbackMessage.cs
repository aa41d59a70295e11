using System.Globalization;
using System.Text;

namespace Bot.Channels.Tencent;

/// <summary>A message or an event, as both services send it.</summary>
/// <param name="fields">The fields of its XML.</param>
internal sealed class CallbackMessage(IReadOnlyDictionary<string, string> fields)
{
    /// <summary>The account or the company that was written to.</summary>
    internal string To => this["ToUserName"];

    /// <summary>Who wrote: an openid or a user id. Never kept, never logged.</summary>
    internal string From => this["FromUserName"];

    /// <summary><c>text</c>, <c>voice</c>, <c>event</c> …</summary>
    internal string Type => this["MsgType"];

    /// <summary><c>subscribe</c>, <c>CLICK</c> …; empty where it is no event.</summary>
    internal string Event => this["Event"];

    /// <summary>The key of a menu entry or a button, or what a QR code says.</summary>
    internal string EventKey => this["EventKey"];

    /// <summary>What tells a repeat: the id of a message; sender and second of an event, with the event itself, since two of one second are two.</summary>
    /// <param name="sender">Who wrote; where it is to be kept, what stands for the user's id.</param>
    internal string Key(string sender) => this["MsgId"] is { Length: > 0 } id ? id : $"{sender}{this["CreateTime"]}/{Event}/{EventKey}{this["TaskId"]}";

    /// <summary>Whether there is enough to reply to.</summary>
    internal bool IsWhole => To.Length > 0 && From.Length > 0 && Type.Length > 0 && (this["MsgId"].Length > 0 || this["CreateTime"].Length > 0);

    /// <summary>Begins the XML of a reply: from whom it was written to, to who wrote.</summary>
    internal StringBuilder BeginReply(DateTimeOffset now) => new StringBuilder("<xml>")
        .AppendText("ToUserName", From)
        .AppendText("FromUserName", To)
        .AppendNumber("CreateTime", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    /// <summary>A field's text; empty where there is none.</summary>
    internal string this[string name] => fields.GetValueOrDefault(name, "");
}
