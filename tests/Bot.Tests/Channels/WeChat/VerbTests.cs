using Bot.Tests.Support;

namespace Bot.Tests.Channels.WeChat;

public sealed class VerbTests
{
    [Fact]
    public async Task The_doctor_finds_nothing_wrong_where_nothing_is_set_up()
    {
        var run = await CliRun.Of("doctor");
        Assert.Equal(0, run.Exit);
        Assert.Contains("微信公众号：未设置", run.Out, StringComparison.Ordinal);
        Assert.Contains("企业微信：未设置", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--WeChat:AppId=wx1", "WeChat:Token 未设置")]
    [InlineData("--WeChat:EncodingAesKey=short", "WeChat:EncodingAesKey 应为 43 个字母或数字")]
    [InlineData("--WeChat:Mode=secret", "WeChat:Mode 应为 plain、compatible 或 safe")]
    [InlineData("--WeChat:ApiBaseUrl=http://api.example", "WeChat:ApiBaseUrl 应为 https 地址")]
    [InlineData("--WeChat:MaxAgeSeconds=-1", "WeChat:MaxAgeSeconds 应为")]
    [InlineData("--WeCom:Token=t", "WeCom:CorpId 未设置")]
    [InlineData("--WeCom:Secret=s", "WeCom:AgentId 未设置")]
    [InlineData("--Bot:BaseUrl=policy", "Bot:BaseUrl 应为")]
    public async Task The_doctor_says_what_is_wrong(string setting, string said)
    {
        var run = await CliRun.Of("doctor", setting);
        Assert.Equal(1, run.Exit);
        Assert.Contains($"[错误] {said}", run.Out, StringComparison.Ordinal);
        // The host refuses to start for the same reason.
        Assert.Equal(2, (await CliRun.Of("serve", "--urls=http://127.0.0.1:0", setting, "--WeChat:PreviousEncodingAesKey=x")).Exit);
    }

    [Fact]
    public async Task The_doctor_repeats_no_secret()
    {
        var run = await CliRun.Of("doctor", "--WeChat:Token=tok-secret", "--WeChat:AppSecret=app-secret", "--WeChat:EncodingAesKey=key-secret", "--Privacy:Key=priv-secret");
        Assert.DoesNotContain("-secret", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_is_shown_and_published()
    {
        var shown = await CliRun.Of("menu");
        Assert.InRange(shown.Json.GetProperty("button").GetArrayLength(), 1, 3);
        await using var service = await ServiceStandIn.StartAsync();
        string[] settings = ["--WeChat:Token=t", "--WeChat:AppId=wx1", "--WeChat:AppSecret=s", $"--WeChat:ApiBaseUrl={service.Address}"];
        Assert.Equal(0, (await CliRun.Of(["menu", "--publish", .. settings])).Exit);
        Assert.Equal(shown.Json.ToString(), Assert.Single(service.Sent).ToString());
        service.Codes.Enqueue(48001);
        var refused = await CliRun.Of(["menu", "--publish", .. settings]);
        Assert.Equal(1, refused.Exit);
        Assert.Contains("48001", refused.Error, StringComparison.Ordinal);
        (await CliRun.Of("menu", "--publish")).Wrong();
    }
}
