using System.Text;
using System.Text.Json;
using Bot.Channels.Tencent;

namespace Bot.Tests.Channels.WeChat;

public sealed class EnvelopeTests
{
    [Fact]
    public void Tencents_own_examples_hold()
    {
        var official = Vectors.All.GetProperty("published").GetProperty("official");
        Assert.Equal(official.Text("signature"), CallbackSignature.Of(official.Text("token"), official.Text("timestamp"), official.Text("nonce")));
        var work = Vectors.All.GetProperty("published").GetProperty("work");
        var envelope = new CallbackEnvelope(work.Text("token"), [new CallbackCipher(work.Text("encodingAesKey"), work.Text("corpId"))]);
        var opened = envelope.Open(work.Text("msgSignature"), work.Text("timestamp"), work.Text("nonce"), work.Text("echostr"));
        Assert.Equal(work.Text("plaintext"), Encoding.UTF8.GetString(opened!.Value.Message));
    }

    [Fact]
    public void Every_vector_opens_and_closes_to_the_same_ciphertext()
    {
        foreach (var (key, receiver, token, one) in Vectors.Encrypted())
        {
            var cipher = new CallbackCipher(key, receiver);
            var (encrypted, query) = (one.Text("encrypt"), one.GetProperty("query"));
            Assert.Equal(one.Text("plaintext"), Encoding.UTF8.GetString(cipher.Decrypt(encrypted)!));
            Assert.Equal(encrypted, cipher.Encrypt(one.Text("plaintext"), Convert.FromHexString(one.Text("random"))));
            Assert.Equal(query.Text("msg_signature"), CallbackSignature.Of(token, query.Text("timestamp"), query.Text("nonce"), encrypted));
            Assert.NotNull(new CallbackEnvelope(token, [cipher]).Open(query.Text("msg_signature"), query.Text("timestamp"), query.Text("nonce"), encrypted));
        }
    }

    [Theory]
    [InlineData("official", "appId")]
    [InlineData("work", "corpId")]
    public void A_reply_is_sealed_character_for_character(string service, string receiver)
    {
        var settings = Vectors.All.GetProperty(service);
        var reply = settings.GetProperty("reply");
        var cipher = new CallbackCipher(settings.Text("encodingAesKey"), settings.Text(receiver));
        var encrypted = cipher.Encrypt(reply.Text("plaintext"), Convert.FromHexString(reply.Text("random")));
        Assert.Equal(reply.Text("encrypt"), encrypted);
        Assert.Equal(reply.Text("body"), new CallbackEnvelope(settings.Text("token"), [cipher]).Seal(encrypted, reply.Text("timestamp"), reply.Text("nonce")));
    }

    [Fact]
    public void Messages_say_what_the_vectors_say_that_they_say()
    {
        foreach (var one in Vectors.Official.GetProperty("plain").EnumerateArray()) AssertParsed(one, one.Text("xml"));
        foreach (var (_, _, _, one) in Vectors.Encrypted()) AssertParsed(one, one.Text("plaintext"));
    }

    [Fact]
    public void No_changed_bit_and_no_shortened_message_is_opened()
    {
        var one = Vectors.Official.GetProperty("encrypted")[0];
        var cipher = new CallbackCipher(Vectors.Official.Text("encodingAesKey"), Vectors.Official.Text("appId"));
        var bytes = Convert.FromBase64String(one.Text("encrypt"));
        // The last two blocks hold padding and receiver; what is changed before them only changes the message, which the signature guards.
        for (var i = bytes.Length - 32; i < bytes.Length; i++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var changed = (byte[])bytes.Clone();
                changed[i] ^= (byte)(1 << bit);
                Assert.Null(cipher.Decrypt(Convert.ToBase64String(changed)));
            }
        }

        for (var length = 0; length < bytes.Length; length++) Assert.Null(cipher.Decrypt(Convert.ToBase64String(bytes, 0, length)));
    }

    [Theory]
    [InlineData("<!DOCTYPE xml [<!ENTITY a \"b\">]><xml><Content>&a;</Content></xml>")]
    [InlineData("<!DOCTYPE xml SYSTEM \"http://127.0.0.1/x\"><xml/>")]
    [InlineData("<xml><Content>&unknown;</Content></xml>")]
    [InlineData("<xml><Content>a</Content>")]
    [InlineData("<xml><Content>a</Content><Content>b</Content></xml>")]
    [InlineData("{}")]
    [InlineData("")]
    public void Xml_that_declares_or_breaks_something_is_not_read(string xml) => Assert.Null(CallbackXml.Read(Encoding.UTF8.GetBytes(xml)));

    [Fact]
    public void Bytes_that_are_not_utf8_are_not_read() => Assert.Null(CallbackXml.Read([.. "<xml><Content>"u8, 0xC3, 0x28, .. "</Content></xml>"u8]));

    [Theory]
    [InlineData("a]]>b")]
    [InlineData("]]]]>>")]
    [InlineData("👋 <b>&amp;</b>\n第二行")]
    public void What_is_written_is_read_again(string text)
    {
        var xml = new StringBuilder("<xml>").AppendText("Content", text).Append("</xml>").ToString();
        Assert.Equal(text, CallbackXml.Read(Encoding.UTF8.GetBytes(xml))!["Content"]);
    }

    private static void AssertParsed(JsonElement one, string xml)
    {
        var fields = CallbackXml.Read(Encoding.UTF8.GetBytes(xml));
        Assert.NotNull(fields);
        foreach (var expected in one.GetProperty("parsed").EnumerateObject())
        {
            var name = expected.Name == "agentId" ? "AgentID" : char.ToUpperInvariant(expected.Name[0]) + expected.Name[1..];
            Assert.Equal(expected.Value.ToString(), fields[name]);
        }

        if (one.Maybe("dedupeKey") is not { } key) return;
        var message = new CallbackMessage(fields);
        // An event's own name follows, so that two events of one second are two.
        Assert.Equal(fields.ContainsKey("MsgId") ? key : $"{key}/{message.Event}/{message.EventKey}{message["TaskId"]}", message.Key(message.From));
    }
}
