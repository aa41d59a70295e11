using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Answering;
using Bot.Channels.Activity.Connector;
using Bot.Conversations;
using Bot.Hosting;
using Bot.Tests.Channels.Activity.Support;
using Bot.Tests.Store.Support;
using Bot.Tests.Support;
using Calculators.Rules;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Reply = Bot.Tests.Support.Reply;

namespace Bot.Tests.Channels.Activity;

/// <summary>Replies by the connector: our token, retries, order, and the outbox.</summary>
public sealed class ConnectorTests : IAsyncLifetime
{
    private readonly StandIn standIn = new();
    private readonly ShiftedTime time = new();
    private BotHost host = null!;

    public async Task InitializeAsync()
    {
        await standIn.InitializeAsync();
        host = new BotHost(
            [.. standIn.Settings],
            services => services.AddSingleton(new RetryPace { First = TimeSpan.FromMilliseconds(20), InAll = TimeSpan.FromMilliseconds(3500), EachTry = TimeSpan.FromMilliseconds(1000) })
                .AddSingleton<IAssistant>(p => new Slow(ActivatorUtilities.CreateInstance<EchoAssistant>(p))),
            _ => new Parts(Catalogue.Default, time));
        await host.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await standIn.DisposeAsync();
    }

    [Fact]
    public async Task A_reply_goes_to_the_activity_that_it_answers_every_id_encoded_with_one_token_for_all()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => SayAsync($"问{i}", $"19:a;b@c={i}")));
        var posts = await standIn.PostedAsync(5);
        Assert.Equal(5, posts.Count);
        Assert.All(posts, post => Assert.Equal("Bearer token-1", post.Authorization));
        Assert.Contains(posts, post => post.Path.StartsWith("/v3/conversations/19%3Aa%3Bb%40c%3D0/activities/id-", StringComparison.Ordinal));
        var login = Assert.Single(standIn.Logins);
        Assert.Equal(("client_credentials", StandIn.AppId, "secret", "https://api.botframework.com/.default"), (login["grant_type"], login["client_id"], login["client_secret"], login["scope"]));
        time.Now += TimeSpan.FromMinutes(56);
        await SayAsync("再问", "later");
        Assert.Equal("Bearer token-2", (await standIn.PostedAsync(6))[5].Authorization);
    }

    [Fact]
    public async Task A_refused_token_is_dropped_and_tried_anew_once()
    {
        standIn.Script = (post, _) => Task.FromResult<IResult?>(post.Authorization == "Bearer token-1" ? Results.StatusCode(401) : null);
        await SayAsync("问");
        Assert.Equal(["Bearer token-1", "Bearer token-2"], (await standIn.PostedAsync(2)).Select(p => p.Authorization));
        standIn.Script = (_, _) => Task.FromResult<IResult?>(Results.StatusCode(401));
        await SayAsync("又问");
        await Task.Delay(500);
        Assert.Equal(4, standIn.Posts.Count);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(412)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task What_may_pass_is_tried_again_and_order_is_kept(int fault)
    {
        var failures = 0;
        standIn.Script = async (_, context) =>
        {
            if (Interlocked.Increment(ref failures) > 2) return null;
            if (fault > 0) return Results.StatusCode(fault);
            if (fault < 0) await Task.Delay(2000);
            context.Abort();
            return Results.Empty;
        };
        foreach (var text in new[] { "一", "二", "三" }) await SayAsync(text);
        var posts = await standIn.PostedAsync(5);
        Assert.Equal(["一", "一", "一", "二", "三"], posts.Select(p => p.Text));
        await Task.Delay(300);
        Assert.Equal(5, standIn.Posts.Count);
    }

    [Fact]
    public async Task Retry_after_is_kept_to()
    {
        var at = new List<long>();
        standIn.Script = (_, context) =>
        {
            at.Add(Environment.TickCount64);
            if (at.Count > 1) return Task.FromResult<IResult?>(null);
            context.Response.Headers.RetryAfter = "1";
            return Task.FromResult<IResult?>(Results.StatusCode(429));
        };
        await SayAsync("问");
        await standIn.PostedAsync(2);
        await Task.Delay(200);
        Assert.InRange(at[1] - at[0], 950, 5000);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(302)]
    public async Task After_a_definite_answer_nothing_is_posted_again(int status)
    {
        standIn.Script = (_, _) => Task.FromResult<IResult?>(Results.StatusCode(status));
        await SayAsync("问");
        await standIn.PostedAsync(1);
        await Task.Delay(400);
        time.Now += TimeSpan.FromHours(2);
        await SendDueAsync();
        Assert.Single(standIn.Posts);
    }

    [Fact]
    public async Task While_the_connector_is_down_replies_wait_in_order_and_none_is_lost_or_doubled()
    {
        standIn.Script = (_, _) => Task.FromResult<IResult?>(Results.StatusCode(503));
        await SayAsync("一");
        await standIn.PostedAsync(3);
        await Task.Delay(300);
        await SayAsync("二");
        await SayAsync("三");
        await Task.Delay(300);
        var before = standIn.Posts.Count;
        // Still down: tried again later, and still in order.
        time.Now += TimeSpan.FromMinutes(1);
        await SendDueAsync();
        Assert.All(standIn.Posts, post => Assert.Equal("一", post.Text));
        Assert.True(standIn.Posts.Count > before);
        standIn.Posts.Clear();
        standIn.Script = (_, _) => Task.FromResult<IResult?>(null);
        for (var i = 0; i < 3; i++)
        {
            time.Now += TimeSpan.FromMinutes(15);
            await SendDueAsync();
        }

        Assert.Equal(["一", "二", "三"], standIn.Posts.Select(p => p.Text));
        await SayAsync("四");
        Assert.Equal(["一", "二", "三", "四"], (await standIn.PostedAsync(4)).Select(p => p.Text));
    }

    [Fact]
    public async Task A_reply_that_nobody_takes_for_a_day_is_given_up()
    {
        standIn.Script = (_, _) => Task.FromResult<IResult?>(Results.StatusCode(503));
        await SayAsync("一");
        await standIn.PostedAsync(3);
        await Task.Delay(300);
        standIn.Posts.Clear();
        time.Now += TimeSpan.FromHours(25);
        await SendDueAsync();
        Assert.Empty(standIn.Posts);
    }

    [Fact]
    public async Task Only_a_slow_turn_shows_that_it_is_at_work()
    {
        await SayAsync("慢");
        var posts = await standIn.PostedAsync(2);
        Assert.Equal(["typing", "message"], posts.Select(p => p.Activity.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task Repeated_deliveries_that_race_are_posted_once()
    {
        var message = Message("问", "c");
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ => Assert.Equal(200, (await SendAsync(message)).Status)));
        await standIn.PostedAsync(1);
        await Task.Delay(300);
        Assert.Single(standIn.Posts);
    }

    private JsonObject Message(string text, string conversation) =>
        Talk.Message(text, conversation: conversation, expectReplies: false).With("serviceUrl", standIn.Url + (conversation.Length % 2 == 0 ? "/" : ""));

    private async Task<Reply> SendAsync(JsonObject message) =>
        await host.SendAsync(message, $"Bearer {Token.OfChannel(standIn, time.Now, message["serviceUrl"]!.GetValue<string>())}");

    private async Task SayAsync(string text, string conversation = "conversation")
    {
        var reply = await SendAsync(Message(text, conversation));
        Assert.Equal((200, ""), (reply.Status, reply.Text));
    }

    private Task SendDueAsync() => host.Services.GetRequiredService<ReplyDelivery>().SendDueAsync(default);

    private sealed class Slow(IAssistant inner) : IAssistant
    {
        public async Task<Answer> AskAsync(Turn turn, CancellationToken cancellation)
        {
            if (turn.Text == "慢") await Task.Delay(1800, cancellation);
            return (await inner.AskAsync(turn, cancellation)) with { Awards = [], Citations = [], Suggestions = [turn.Text.ToString(CultureInfo.InvariantCulture)] };
        }
    }
}
