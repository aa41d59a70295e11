using System.Text.Json;
using Bot.Answering;
using Bot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Channels.DirectLine;

/// <summary>npm's botframework-directlinejs, which Web Chat is built on, against the real program.</summary>
public sealed class RealClientTests
{
    private static readonly string[] Turns =
        ["你好", "服务了12家本地企业，合同实际执行1200万元，能拿多少", "如果合同实际执行是3000万元呢", "不对，合同实际执行是1500万元", "这条的责任单位是谁？"];

    [Theory]
    [InlineData("stream")]
    [InlineData("poll")]
    public async Task It_holds_a_conversation_of_five_turns_with_a_follow_up_and_a_correction(string way)
    {
        await using var host = new Started(new BotHost([], services => services.AddSingleton<IAssistant, Assistant>()));
        await host.Host.InitializeAsync();
        var replies = await NodePeer.RunAsync("directline", ["talk.js", new Uri(host.Host.Client.BaseAddress!, "/v3/directline").ToString(), way, .. Turns]);
        Assert.Equal(6, replies.Count);
        Assert.Contains("24万元", Text(replies[2]), StringComparison.Ordinal);
        Assert.Contains("50万元", Text(replies[3]), StringComparison.Ordinal);
        Assert.Contains("30万元", Text(replies[4]), StringComparison.Ordinal);
        Assert.Contains("县工信局", Text(replies[5]), StringComparison.Ordinal);
        Assert.All(replies, reply => Assert.Equal("bot", reply.GetProperty("from").GetProperty("role").GetString()));
        Assert.Equal(replies.Select(Id).Order(StringComparer.Ordinal), replies.Select(Id));
        Assert.Equal("application/vnd.microsoft.card.adaptive", replies[2].GetProperty("attachments")[0].GetProperty("contentType").GetString());
    }

    private static string Text(JsonElement reply) => reply.GetProperty("text").GetString()!;

    private static string Id(JsonElement reply) => reply.GetProperty("id").GetString()!;

    private sealed class Started(BotHost host) : IAsyncDisposable
    {
        internal BotHost Host => host;

        public async ValueTask DisposeAsync() => await host.DisposeAsync();
    }
}
