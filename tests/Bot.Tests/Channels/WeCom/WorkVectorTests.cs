using System.Text;
using Bot.Channels.Tencent;
using Bot.Tests.Channels.WeChat;
using Bot.Tests.Support;

namespace Bot.Tests.Channels.WeCom;

public sealed class WorkVectorTests(WorkVectorTests.Host host) : IClassFixture<WorkVectorTests.Host>
{
    private const string Path = "/wechat/work";

    public static TheoryData<string> Verifications => Vectors.Names(Vectors.Work.GetProperty("urlVerification"));

    public static TheoryData<string> Encrypted => Vectors.Names(Vectors.Work.GetProperty("encrypted"));

    public static TheoryData<string> Refused => Vectors.Names(Vectors.Work.GetProperty("refused"));

    [Theory]
    [MemberData(nameof(Verifications))]
    public async Task An_address_is_verified_by_what_its_echo_hides(string name)
    {
        var one = Vectors.Named(Vectors.Work.GetProperty("urlVerification"), name);
        var reply = await host.Bot.GetAsync($"{Path}?{one.Maybe("rawQuery") ?? one.Query()}");
        if (one.Maybe("body") is { } body) Assert.Equal((200, body), (reply.Status, reply.Text));
        else Assert.Null(reply.Problem(403));
    }

    [Theory]
    [MemberData(nameof(Encrypted))]
    public async Task A_message_is_answered_encrypted_or_with_nothing(string name)
    {
        var one = Vectors.Named(Vectors.Work.GetProperty("encrypted"), name);
        var reply = await host.Bot.PostAsync($"{Path}?{one.Query()}", Encoding.UTF8.GetBytes(one.Text("body")), "text/xml");
        Assert.Equal(200, reply.Status);
        var parsed = one.GetProperty("parsed");
        if (reply.Text.Length == 0)
        {
            Assert.NotNull(parsed.Maybe("event"));
            return;
        }

        var fields = CallbackXml.Read(Encoding.UTF8.GetBytes(reply.Text))!;
        var cipher = new CallbackCipher(Vectors.Work.Text("encodingAesKey"), Vectors.Work.Text("corpId"));
        fields = CallbackXml.Read(cipher.Decrypt(fields["Encrypt"]))!;
        Assert.Equal((parsed.Text("fromUserName"), parsed.Text("toUserName"), "text"), (fields["ToUserName"], fields["FromUserName"], fields["MsgType"]));
        if (parsed.Maybe("content") is { } said) Assert.StartsWith(said, fields["Content"], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_forged_message_is_refused(string name)
    {
        var one = Vectors.Named(Vectors.Work.GetProperty("refused"), name);
        Assert.Null((await host.Bot.PostAsync($"{Path}?{one.Query()}", Encoding.UTF8.GetBytes(one.Text("body")), "text/xml")).Problem(403));
    }

    public sealed class Host : IAsyncLifetime
    {
        internal BotHost Bot { get; } = new(
        [
            $"--WeCom:Token={Vectors.Work.Text("token")}",
            $"--WeCom:EncodingAesKey={Vectors.Work.Text("encodingAesKey")}",
            $"--WeCom:CorpId={Vectors.Work.Text("corpId")}",
            "--WeCom:MaxAgeSeconds=0",
        ]);

        public Task InitializeAsync() => Bot.InitializeAsync();

        public Task DisposeAsync() => Bot.DisposeAsync();
    }
}
