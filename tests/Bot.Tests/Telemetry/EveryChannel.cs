using System.Text.Json;
using Bot.Tests.Channels.Activity.Support;
using Bot.Tests.Channels.WeChat;
using Bot.Tests.Support;

namespace Bot.Tests.Telemetry;

/// <summary>Says one thing by every door and waits for each reply.</summary>
internal static class EveryChannel
{
    private const string DirectLine = "/v3/directline";

    /// <summary>The doors, with what a figure or a span calls each, and who says something there.</summary>
    internal static IReadOnlyList<(string Channel, Func<Office, string, Task> SayAsync)> Doors { get; } =
    [
        ("api", async (office, text) => Assert.Equal(200, (await office.Host.PostAsync("/api/ask", JsonSerializer.Serialize(new { text }))).Status)),
        ("activity:msteams", async (office, text) => Assert.NotEmpty(await office.Host.RepliesAsync(Talk.Message(text)))),
        ("activity:webchat", SayDirectLineAsync),
        ("wechat", async (office, text) => Assert.NotEmpty(await office.Safe.SayAsync(text))),
        ("wecom", async (office, text) => Assert.NotEmpty(await office.Work.SayAsync(text))),
    ];

    /// <summary>Who speaks on the channels that know users.</summary>
    internal const string WebUser = "dl_visitor_7421";

    private static async Task SayDirectLineAsync(Office office, string text)
    {
        var granted = (await CallAsync(office.Host, HttpMethod.Post, "/tokens/generate", null, JsonSerializer.Serialize(new { user = new { id = WebUser } }))).Json;
        var token = granted.GetProperty("token").GetString();
        var activities = $"/conversations/{granted.GetProperty("conversationId").GetString()}/activities";
        Assert.Equal(201, (await CallAsync(office.Host, HttpMethod.Post, "/conversations", token)).Status);
        var posted = (await CallAsync(office.Host, HttpMethod.Post, activities, token, JsonSerializer.Serialize(new { type = "message", text }))).Json.GetProperty("id").GetString();
        for (var tries = 0; tries < 300; tries++)
        {
            var said = (await CallAsync(office.Host, HttpMethod.Get, activities, token)).Json.GetProperty("activities").EnumerateArray();
            if (said.Any(a => a.TryGetProperty("replyToId", out var to) && to.GetString() == posted && a.GetProperty("type").GetString() == "message")) return;
            await Task.Delay(50);
        }

        Assert.Fail("Web Chat got no reply.");
    }

    private static Task<Reply> CallAsync(BotHost host, HttpMethod method, string path, string? token, string? body = null)
    {
        var request = new HttpRequestMessage(method, DirectLine + path);
        if (token is not null) request.Headers.Add("Authorization", "Bearer " + token);
        if (body is not null) request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        return host.SendAsync(request);
    }
}
