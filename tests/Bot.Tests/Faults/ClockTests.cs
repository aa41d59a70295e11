using System.Net.Http.Headers;
using Bot.Answering;
using Bot.Hosting;
using Bot.Store;
using Bot.Tests.Store.Support;
using Bot.Tests.Support;
using Calculators.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reply = Bot.Tests.Support.Reply;

namespace Bot.Tests.Faults;

/// <summary>A clock that is set forwards and back.</summary>
public sealed class ClockTests : IAsyncLifetime
{
    private const string Secret = "a long secret";
    private readonly ShiftedTime time = new();
    private BotHost host = null!;

    public async Task InitializeAsync()
    {
        host = new BotHost([$"--Desk:Secret={Secret}", "--Limits:RequestsPerMinute=1000"], services => services.AddSingleton<IAssistant, Assistant>(), _ => new Parts(Catalogue.Default, time));
        await host.InitializeAsync();
    }

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_clock_a_year_ahead_for_a_while_deletes_nothing_and_when_set_back_everything_is_as_it_was()
    {
        var purge = host.Services.GetServices<IHostedService>().OfType<PurgeService>().Single();
        var answer = (await AskAsync("我们是做芯片的，营收上台阶奖励怎么算？", "before")).Json.GetProperty("answerId").GetString();
        var token = await TokenAsync();
        time.Now += TimeSpan.FromDays(365);
        await purge.PurgeAsync(default);
        Assert.Equal(200, (await AskAsync("第三条", "meanwhile")).Status);
        Assert.Equal(403, (await OpenAsync(token)).Status);
        Assert.Contains((await OpenAsync(await TokenAsync())).Status, new[] { 200, 201 });
        time.Now -= TimeSpan.FromDays(365);
        await purge.PurgeAsync(default);
        Assert.Equal("award", (await AskAsync("去年营收12亿元", "before")).Json.GetProperty("kind").GetString());
        Assert.Contains((await OpenAsync(token)).Status, new[] { 200, 201 });
        Assert.Equal(200, (await host.GetAsync("/readyz")).Status);

        // A clock that stays where it was set is believed from the next hour on.
        time.Now += TimeSpan.FromDays(365);
        await purge.PurgeAsync(default);
        Assert.Equal(200, (await host.GetAsync($"/api/answers/{answer}")).Status);
        await purge.PurgeAsync(default);
        Assert.Equal(404, (await host.GetAsync($"/api/answers/{answer}")).Status);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(400)]
    [InlineData(-400)]
    public async Task Asking_rating_and_the_desk_go_on_whichever_way_it_jumps(int days)
    {
        var answer = (await AskAsync("第三条", "c1")).Json.GetProperty("answerId").GetString();
        for (var n = 0; n < 4; n++)
        {
            time.Now += TimeSpan.FromDays(n % 2 == 0 ? days : -days);
            Assert.Equal(200, (await AskAsync("第七条", "c1")).Status);
            Assert.Equal(201, (await host.PostAsync("/api/feedback", $$"""{"answerId":"{{answer}}","helpful":true}""")).Status);
            var request = new HttpRequestMessage(HttpMethod.Get, "/api/desk/questions");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
            Assert.Equal(200, (await host.SendAsync(request)).Status);
            Assert.Equal(200, (await host.GetAsync("/readyz")).Status);
        }
    }

    private Task<Reply> AskAsync(string text, string conversation) => host.PostAsync("/api/ask", $$"""{"text":"{{text}}","conversationId":"{{conversation}}"}""");

    private async Task<string> TokenAsync() => (await host.PostAsync("/v3/directline/tokens/generate", "{}")).Json.GetProperty("token").GetString()!;

    private Task<Reply> OpenAsync(string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/conversations");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return host.SendAsync(request);
    }
}
