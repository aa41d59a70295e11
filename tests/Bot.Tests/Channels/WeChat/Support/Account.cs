using System.Globalization;
using System.Text;
using Bot.Channels.Tencent;
using Bot.Tests.Support;

namespace Bot.Tests.Channels.WeChat;

/// <summary>Plays the service's server towards our callback: signs, encrypts, posts and opens what comes back.</summary>
internal sealed class Account
{
    internal const string Token = "w4OHPrYRdPYGheMe";
    internal const string Key = "kHG9ql7hUGgzvWlJGwK9fBhFErRytqCg9T3ATbaEn8b";
    private readonly BotHost host;
    private readonly string path;
    private readonly CallbackCipher? cipher;
    private static int message;

    internal Account(BotHost host, string path = "/wechat/official", string? receiver = null) =>
        (this.host, this.path, cipher) = (host, path, receiver is null ? null : new CallbackCipher(Key, receiver));

    /// <summary>Who writes.</summary>
    internal string User { get; set; } = "op_jJNEqgF9njxMWapf_yLtR4rqW";

    /// <summary>A message's fields, with an id of its own.</summary>
    internal string Message(string type, params (string Name, string Value)[] fields) => Body(type, fields, ("MsgId", (7_000_000_000_000 + Interlocked.Increment(ref message)).ToString(CultureInfo.InvariantCulture)));

    internal string Event(string name, string key = "", int second = 0, params (string Name, string Value)[] fields) =>
        Body("event", [("Event", name), ("EventKey", key), .. fields], ("CreateTime", (1_700_000_000 + second).ToString(CultureInfo.InvariantCulture)));

    internal async Task<string> SayAsync(string text) => await ContentAsync(await PostAsync(Message("text", ("Content", text))));

    internal async Task<string> DoAsync(string xml) => await ContentAsync(await PostAsync(xml));

    /// <summary>Posts as the service does.</summary>
    internal Task<Reply> PostAsync(string xml)
    {
        const string timestamp = "1664600000", nonce = "12345";
        if (cipher is null) return host.PostAsync($"{path}?timestamp={timestamp}&nonce={nonce}&signature={CallbackSignature.Of(Token, timestamp, nonce)}", Encoding.UTF8.GetBytes(xml), "text/xml");
        var encrypted = cipher.Encrypt(xml);
        var query = $"timestamp={timestamp}&nonce={nonce}&encrypt_type=aes&msg_signature={CallbackSignature.Of(Token, timestamp, nonce, encrypted)}";
        return host.PostAsync($"{path}?{query}", Encoding.UTF8.GetBytes($"<xml><ToUserName>x</ToUserName><Encrypt>{encrypted}</Encrypt></xml>"), "text/xml");
    }

    /// <summary>The reply's fields; empty where nothing is said.</summary>
    internal IReadOnlyDictionary<string, string> Fields(Reply reply)
    {
        Assert.Equal(200, reply.Status);
        if (reply.Text is "success" or "") return new Dictionary<string, string>();
        var fields = CallbackXml.Read(Encoding.UTF8.GetBytes(reply.Text))!;
        if (cipher is null) return fields;
        Assert.Equal(fields["MsgSignature"], CallbackSignature.Of(Token, fields["TimeStamp"], fields["Nonce"], fields["Encrypt"]));
        return CallbackXml.Read(cipher.Decrypt(fields["Encrypt"]))!;
    }

    internal Task<string> ContentAsync(Reply reply) => Task.FromResult(Fields(reply).GetValueOrDefault("Content", ""));

    private string Body(string type, IEnumerable<(string Name, string Value)> fields, (string Name, string Value) id)
    {
        var xml = new StringBuilder("<xml>").AppendText("ToUserName", "gh_ed173b6c0adc").AppendText("FromUserName", User).AppendText("MsgType", type);
        foreach (var (name, value) in fields.Append(id)) xml.AppendText(name, value);
        return xml.Append("</xml>").ToString();
    }
}
