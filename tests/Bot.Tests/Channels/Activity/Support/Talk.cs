using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Tests.Support;

namespace Bot.Tests.Channels.Activity.Support;

/// <summary>Activities as channels send them.</summary>
internal static class Talk
{
    private static int next;

    internal static JsonObject Message(string? text, string channel = "msteams", string conversation = "a:conversation", string user = "29:user", bool expectReplies = true)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = $"id-{Interlocked.Increment(ref next)}",
            ["channelId"] = channel,
            ["from"] = new JsonObject { ["id"] = user, ["name"] = "张三", ["aadObjectId"] = "o" },
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "政策助手" },
            ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = "personal", ["tenantId"] = "t" },
            ["locale"] = "zh-CN",
        };
        if (text is not null) activity["text"] = text;
        if (expectReplies) activity["deliveryMode"] = "expectReplies";
        return activity;
    }

    internal static JsonObject With(this JsonObject activity, string name, JsonNode? value)
    {
        var changed = (JsonObject)activity.DeepClone();
        if (value is null) changed.Remove(name);
        else changed[name] = value.DeepClone();
        return changed;
    }

    internal static Task<Reply> SendAsync(this BotHost host, JsonObject activity, params string[] authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json") };
        foreach (var header in authorization) request.Headers.TryAddWithoutValidation("Authorization", header);
        return host.SendAsync(request);
    }

    /// <summary>The activities that came back in the response.</summary>
    internal static async Task<IReadOnlyList<JsonElement>> RepliesAsync(this BotHost host, JsonObject activity)
    {
        var reply = await host.SendAsync(activity);
        Assert.Equal(200, reply.Status);
        return [.. reply.Json.GetProperty("activities").EnumerateArray()];
    }
}
