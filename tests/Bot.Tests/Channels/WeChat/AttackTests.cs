using System.Globalization;
using System.Text;
using Bot.Channels.Tencent;
using Bot.Store.Records;
using Bot.Tests.Support;

namespace Bot.Tests.Channels.WeChat;

/// <summary>What somebody who is not WeChat may try.</summary>
public sealed class AttackTests
{
    [Theory]
    [InlineData(-301, 403)]
    [InlineData(-300, 200)]
    [InlineData(0, 200)]
    [InlineData(300, 200)]
    [InlineData(301, 403)]
    public async Task A_stale_timestamp_is_refused_to_the_second(int seconds, int status)
    {
        await using var office = await Office.OpenAsync(settings: "--WeChat:MaxAgeSeconds=300");
        // The program's clock is the machine's here: a minute either side keeps the border sharp without a race.
        var slack = seconds is -301 or 301 ? Math.Sign(seconds) * 5 : Math.Sign(seconds) * -5;
        var timestamp = (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + seconds + slack).ToString(CultureInfo.InvariantCulture);
        var query = $"timestamp={timestamp}&nonce=n&signature={CallbackSignature.Of(Account.Token, timestamp, "n")}";
        Assert.Equal(status, (await office.Host.PostAsync($"/wechat/official?{query}", Encoding.UTF8.GetBytes(office.Official.Message("text", ("Content", "第三条"))), "text/xml")).Status);
    }

    [Fact]
    public async Task A_replayed_request_is_told_the_same_and_recorded_once()
    {
        await using var office = await Office.OpenAsync();
        var account = office.Safe;
        var message = account.Message("text", ("Content", "第三条"));
        var first = await account.DoAsync(message);
        for (var i = 0; i < 3; i++) Assert.Equal(first, await account.DoAsync(message));
        Assert.Single((await office.Store.AnswersAsync(new AnswerFilter(), default)).Answers);
    }

    [Theory]
    [InlineData("safe", false, 403)]
    [InlineData("safe", true, 200)]
    [InlineData("plain", false, 200)]
    [InlineData("plain", true, 403)]
    [InlineData("compatible", false, 200)]
    [InlineData("compatible", true, 200)]
    public async Task Each_mode_takes_what_it_is_for(string mode, bool encrypted, int status)
    {
        await using var office = await Office.OpenAsync(settings: $"--WeChat:Mode={mode}");
        var account = encrypted ? office.Safe : office.Official;
        Assert.Equal(status, (await account.PostAsync(account.Message("text", ("Content", "第三条")))).Status);
    }

    [Theory]
    [InlineData("/wechat/official?timestamp=1&timestamp=1&nonce=2&signature=a")]
    [InlineData("/wechat/official?signature=")]
    [InlineData("/wechat/official?timestamp=99999999999999999999&nonce=&signature=%00&echostr=1")]
    [InlineData("/wechat/work?timestamp=1&nonce=2&echostr=AAAA&msg_signature=")]
    public async Task An_address_without_a_right_signature_is_refused(string address)
    {
        await using var office = await Office.OpenAsync();
        (await office.Host.GetAsync(address)).Problem(403);
    }

    [Fact]
    public async Task An_account_that_is_not_set_up_has_no_door()
    {
        var host = new BotHost();
        await host.InitializeAsync();
        foreach (var path in (string[])["/wechat/official", "/wechat/work"])
        {
            (await host.GetAsync(path)).Problem(404);
            (await host.PostAsync(path, "{}")).Problem(404);
        }

        await host.DisposeAsync();
    }
}
