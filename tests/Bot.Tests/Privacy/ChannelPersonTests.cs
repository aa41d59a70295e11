using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using Bot.Hosting;
using Bot.Tests.Support;

namespace Bot.Tests.Privacy;

/// <summary>A person is found by the channel's own id of them wherever they spoke, and what is only in memory goes too.</summary>
public sealed class ChannelPersonTests : DeskSite
{
    private const string Teams = "activity:msteams", WebChat = "activity:webchat", DirectLine = "/v3/directline";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_wrote_to_the_bot_alone_and_in_a_group_is_found_by_the_users_id_alone(bool byVerb)
    {
        foreach (var (user, place, type) in new[] { ("29:me", "a:mine", "personal"), ("29:me", "19:us@thread.tacv2", "groupChat"), ("29:you", "a:yours", "personal"), ("29:you", "19:us@thread.tacv2", "groupChat") })
        {
            var message = $$"""{"type":"message","id":"{{user}}-{{place}}","channelId":"msteams","deliveryMode":"expectReplies","text":"第三条奖励多少","from":{"id":"{{user}}"},"recipient":{"id":"28:b"},"conversation":{"id":"{{place}}","conversationType":"{{type}}"} }""";
            Assert.Equal(200, (await SendAsync("/api/messages", message)).Status);
        }

        Assert.Equal((2, 2), (await AnswersAsync(Teams, "29:me", byVerb), await AnswersAsync(Teams, "29:you", byVerb)));
        Assert.Equal(200, await DeleteAsync(Teams, "29:me", byVerb));
        Assert.Equal((0, 2), (await AnswersAsync(Teams, "29:me", byVerb), await AnswersAsync(Teams, "29:you", byVerb)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_web_chat_held_in_memory_is_erased_with_the_rest_and_its_socket_closes(bool byVerb)
    {
        var mine = await ChatAsync("dl_me");
        var yours = await ChatAsync("dl_you");
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(mine.Stream), default);
        Assert.Equal(200, await DeleteAsync(WebChat, "dl_me", byVerb));
        await UntilAsync(async () => (await SendAsync($"{DirectLine}/conversations/{mine.Id}/activities", null, mine.Token)).Status == 404);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var buffer = new byte[16 * 1024];
        while ((await socket.ReceiveAsync(buffer, limit.Token)).MessageType != WebSocketMessageType.Close)
        {
            // What was said before the deletion.
        }

        Assert.Equal((0, 1), (await AnswersAsync(WebChat, "dl_me", byVerb), await AnswersAsync(WebChat, "dl_you", byVerb)));
        Assert.Contains("你们的奖励", (await SendAsync($"{DirectLine}/conversations/{yours.Id}/activities", null, yours.Token)).Text, StringComparison.Ordinal);
        // Who comes back begins anew.
        Assert.Equal(201, (await SendAsync(DirectLine + "/conversations", "{}", mine.Token)).Status);
        Assert.DoesNotContain("你们的奖励", (await SendAsync($"{DirectLine}/conversations/{mine.Id}/activities", null, mine.Token)).Text, StringComparison.Ordinal);
    }

    private async Task<(string Id, string Token, string Stream)> ChatAsync(string user)
    {
        var granted = (await SendAsync(DirectLine + "/tokens/generate", $$$"""{"user":{"id":"{{{user}}}"}}""")).Json;
        var (id, token) = (granted.GetProperty("conversationId").GetString()!, granted.GetProperty("token").GetString()!);
        var opened = await SendAsync(DirectLine + "/conversations", "{}", token);
        Assert.Equal(200, (await SendAsync($"{DirectLine}/conversations/{id}/activities", """{"type":"message","text":"第三条写了你们的奖励多少"}""", token)).Status);
        await UntilAsync(async () => await AnswersAsync(WebChat, user, byVerb: false) == 1);
        return (id, token, opened.Json.GetProperty("streamUrl").GetString()!);
    }

    private async Task<int> AnswersAsync(string channel, string user, bool byVerb)
    {
        var found = byVerb ? (await VerbAsync("export", channel, user)).Json : (await SendAsync("/api/privacy/export", Person(channel, user), Secret)).Json;
        return found.TryGetProperty("answers", out var answers) ? answers.GetArrayLength() : 0;
    }

    private async Task<int> DeleteAsync(string channel, string user, bool byVerb) =>
        byVerb ? (await VerbAsync("delete", channel, user)).Exit + 200 : (await SendAsync("/api/privacy/delete", Person(channel, user), Secret)).Status;

    private Task<CliRun> VerbAsync(string action, string channel, string user) => CliRun.Of(Parts.Default, "privacy", action, "--channel", channel, "--user", user, $"--Storage:Folder={Data}");

    private static string Person(string channel, string user) => $$"""{"channel":"{{channel}}","userId":"{{user}}"}""";

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (await isSo()) return;
            await Task.Delay(100);
        }

        Assert.Fail("It does not become so.");
    }

    private async Task<Reply> SendAsync(string path, string? body, string? bearer = null)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (bearer is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        using var reply = await Client.SendAsync(request);
        return new Reply((int)reply.StatusCode, reply.Content.Headers.ContentType?.MediaType, await reply.Content.ReadAsStringAsync(), new Dictionary<string, string>());
    }
}
