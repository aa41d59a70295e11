using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Bot.Tests.Support;

namespace Bot.Tests.Channels.DirectLine;

/// <summary>What the protocol asks for beyond what the real client tries.</summary>
public sealed class DirectLineTests(BotHost host) : IClassFixture<BotHost>
{
    private const string Root = "/v3/directline";

    [Fact]
    public async Task The_user_is_the_tokens_and_only_what_a_client_may_say_is_kept()
    {
        var (conversation, token) = await OpenAsync();
        var posted = await CallAsync(HttpMethod.Post, $"/conversations/{conversation}/activities", token, """{"type":"message","text":"你好","from":{"id":"other","role":"bot"},"channelData":{"clientActivityID":"1","x":{"y":1}},"entities":[{"type":"mention"}]}""");
        Assert.Equal(200, posted.Status);
        var own = (await ActivitiesAsync(conversation, token)).Single(a => a.GetProperty("id").GetString() == posted.Json.GetProperty("id").GetString());
        Assert.Equal(("dl_someone", "user"), (own.GetProperty("from").GetProperty("id").GetString(), own.GetProperty("from").GetProperty("role").GetString()));
        Assert.Equal("""{"clientActivityID":"1"}""", own.GetProperty("channelData").GetRawText());
        Assert.False(own.TryGetProperty("entities", out _));
    }

    [Fact]
    public async Task No_token_reaches_another_conversation_and_a_wrong_one_is_a_403()
    {
        var (first, token) = await OpenAsync();
        var (second, _) = await OpenAsync();
        Assert.Equal(200, (await CallAsync(HttpMethod.Get, $"/conversations/{first}/activities", token)).Status);
        Assert.Equal(403, (await CallAsync(HttpMethod.Get, $"/conversations/{second}/activities", token)).Status);
        Assert.Equal(403, (await CallAsync(HttpMethod.Get, $"/conversations/{first}/activities", token[..^2] + "AA")).Status);
        Assert.Equal(403, (await CallAsync(HttpMethod.Get, $"/conversations/{first}/activities", "x.y")).Status);
        Assert.Equal(403, (await CallAsync(HttpMethod.Post, "/conversations", "")).Status);
        Assert.Equal(403, (await host.GetAsync($"{Root}/conversations/{first}/stream?t=x.y")).Status);
        Assert.Equal(400, (await host.GetAsync($"{Root}/conversations/{first}/stream?t={token}")).Status);
        Assert.Equal(415, (await CallAsync(HttpMethod.Post, $"/conversations/{first}/upload", token)).Status);
    }

    [Fact]
    public async Task A_token_is_renewed_and_a_conversation_found_again_from_its_watermark()
    {
        var (conversation, token) = await OpenAsync();
        var renewed = await CallAsync(HttpMethod.Post, "/tokens/refresh", token);
        Assert.Equal((200, conversation), (renewed.Status, renewed.Json.GetProperty("conversationId").GetString()));
        var again = await CallAsync(HttpMethod.Get, $"/conversations/{conversation}?watermark=1", renewed.Json.GetProperty("token").GetString()!);
        Assert.Contains("watermark=1&t=", again.Json.GetProperty("streamUrl").GetString(), StringComparison.Ordinal);
        var set = await CallAsync(HttpMethod.Get, $"/conversations/{conversation}/activities?watermark=1", token);
        Assert.Equal(("1", 0), (set.Json.GetProperty("watermark").GetString(), set.Json.GetProperty("activities").GetArrayLength()));
        Assert.Equal(200, (await CallAsync(HttpMethod.Post, "/conversations", token)).Status);
    }

    [Fact]
    public async Task Pages_of_other_sites_get_no_token()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Root + "/tokens/generate");
        request.Headers.Add("Origin", "https://example.org");
        Assert.Equal(403, (await host.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"text":"a"}""")]
    [InlineData("""{"type":"message","text":7}""")]
    [InlineData("")]
    public async Task What_is_no_activity_is_a_400(string body)
    {
        var (conversation, token) = await OpenAsync();
        Assert.Equal(400, (await CallAsync(HttpMethod.Post, $"/conversations/{conversation}/activities", token, body)).Status);
    }

    private async Task<(string Conversation, string Token)> OpenAsync()
    {
        var granted = (await CallAsync(HttpMethod.Post, "/tokens/generate", "", """{"user":{"id":"dl_someone"}}""")).Json;
        var opened = await CallAsync(HttpMethod.Post, "/conversations", granted.GetProperty("token").GetString()!);
        Assert.Equal(201, opened.Status);
        return (opened.Json.GetProperty("conversationId").GetString()!, opened.Json.GetProperty("token").GetString()!);
    }

    private async Task<IReadOnlyList<JsonElement>> ActivitiesAsync(string conversation, string token) =>
        [.. (await CallAsync(HttpMethod.Get, $"/conversations/{conversation}/activities", token)).Json.GetProperty("activities").EnumerateArray()];

    private Task<Reply> CallAsync(HttpMethod method, string path, string token, string? body = null)
    {
        var request = new HttpRequestMessage(method, Root + path);
        if (token.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return host.SendAsync(request);
    }
}
