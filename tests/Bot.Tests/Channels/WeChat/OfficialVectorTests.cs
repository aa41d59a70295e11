using System.Text;
using System.Text.Json;
using Bot.Channels.Tencent;
using Bot.Tests.Support;

namespace Bot.Tests.Channels.WeChat;

public sealed class OfficialVectorTests(OfficialVectorTests.Host host) : IClassFixture<OfficialVectorTests.Host>
{
    private const string Path = "/wechat/official";

    public static TheoryData<string> Verifications => Vectors.Names(Vectors.Official.GetProperty("urlVerification"));

    public static TheoryData<string> Plain => Vectors.Names(Vectors.Official.GetProperty("plain"));

    public static TheoryData<string> Encrypted => Vectors.Names(Vectors.Official.GetProperty("encrypted"));

    public static TheoryData<string> Refused => Vectors.Names(Vectors.Official.GetProperty("refused"));

    [Theory]
    [MemberData(nameof(Verifications))]
    public async Task An_address_is_verified(string name)
    {
        var one = Vectors.Named(Vectors.Official.GetProperty("urlVerification"), name);
        var reply = await host.Bot.GetAsync($"{Path}?{one.Query()}");
        if (one.Maybe("body") is { } body) Assert.Equal((200, "text/plain", body), (reply.Status, reply.ContentType, reply.Text));
        else AssertRefused(reply);
    }

    [Theory]
    [MemberData(nameof(Plain))]
    public async Task A_message_in_the_open_is_answered(string name)
    {
        var one = Vectors.Named(Vectors.Official.GetProperty("plain"), name);
        AssertAnswered(one, await host.Bot.PostAsync($"{Path}?{one.Query()}", Encoding.UTF8.GetBytes(one.Text("xml")), "text/xml"), null);
    }

    [Theory]
    [MemberData(nameof(Encrypted))]
    public async Task An_encrypted_message_is_answered_encrypted(string name)
    {
        var one = Vectors.Named(Vectors.Official.GetProperty("encrypted"), name);
        await AssertEncryptedAsync(one, "encodingAesKey");
    }

    [Fact]
    public Task A_message_of_compatible_mode_is_answered_encrypted() => AssertEncryptedAsync(Vectors.Official.GetProperty("compatible"), "encodingAesKey");

    [Fact]
    public Task A_message_under_the_key_before_is_answered_under_it() => AssertEncryptedAsync(Vectors.Official.GetProperty("previousKey"), "previousAesKey");

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_forged_message_is_refused(string name)
    {
        var one = Vectors.Named(Vectors.Official.GetProperty("refused"), name);
        var reply = await host.Bot.PostAsync($"{Path}?{one.Query()}", Encoding.UTF8.GetBytes(one.Text("body")), "text/xml");
        AssertRefused(reply);
        // Whatever is wrong with it, the refusal is the same: nothing to learn from.
        Assert.Equal((await host.Bot.GetAsync(Path)).Text, reply.Text);
    }

    [Fact]
    public async Task A_message_in_the_open_with_another_signature_is_refused()
    {
        var one = Vectors.Official.GetProperty("plainRefused")[0];
        AssertRefused(await host.Bot.PostAsync($"{Path}?{one.Query()}", Encoding.UTF8.GetBytes(one.Text("xml")), "text/xml"));
    }

    private async Task AssertEncryptedAsync(JsonElement one, string key)
    {
        var reply = await host.Bot.PostAsync($"{Path}?{one.Query()}", Encoding.UTF8.GetBytes(one.Text("body")), "text/xml");
        AssertAnswered(one, reply, new CallbackCipher(Vectors.Official.Text(key), Vectors.Official.Text("appId")));
    }

    private static void AssertRefused(Reply reply)
    {
        Assert.Null(reply.Problem(403));
        Assert.DoesNotContain("<xml>", reply.Text, StringComparison.Ordinal);
    }

    private static void AssertAnswered(JsonElement one, Reply reply, CallbackCipher? cipher)
    {
        Assert.Equal(200, reply.Status);
        var parsed = one.GetProperty("parsed");
        if (parsed.Maybe("event") is "unsubscribe" or "VIEW" || reply.Text == "success")
        {
            Assert.Equal("success", reply.Text);
            Assert.NotNull(parsed.Maybe("event"));
            return;
        }

        var fields = CallbackXml.Read(Encoding.UTF8.GetBytes(reply.Text))!;
        if (cipher is not null)
        {
            Assert.Equal(["Encrypt", "MsgSignature", "TimeStamp", "Nonce"], fields.Keys);
            Assert.Equal(fields["MsgSignature"], CallbackSignature.Of(Vectors.Official.Text("token"), fields["TimeStamp"], fields["Nonce"], fields["Encrypt"]));
            fields = CallbackXml.Read(cipher.Decrypt(fields["Encrypt"]))!;
        }

        Assert.Equal((parsed.Text("fromUserName"), parsed.Text("toUserName"), "text"), (fields["ToUserName"], fields["FromUserName"], fields["MsgType"]));
        Assert.InRange(Encoding.UTF8.GetByteCount(fields["Content"]), 1, 2048);
        // The stand-in for the assistant echoes: what was said arrived whole.
        if (parsed.Maybe("content") is { Length: < 100 } said) Assert.StartsWith(said, fields["Content"], StringComparison.Ordinal);
    }

    public sealed class Host : IAsyncLifetime
    {
        internal BotHost Bot { get; } = new(
        [
            $"--WeChat:Token={Vectors.Official.Text("token")}",
            $"--WeChat:EncodingAesKey={Vectors.Official.Text("encodingAesKey")}",
            $"--WeChat:PreviousEncodingAesKey={Vectors.Official.Text("previousAesKey")}",
            $"--WeChat:AppId={Vectors.Official.Text("appId")}",
            "--WeChat:MaxAgeSeconds=0",
        ]);

        public Task InitializeAsync() => Bot.InitializeAsync();

        public Task DisposeAsync() => Bot.DisposeAsync();
    }
}
