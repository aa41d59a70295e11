using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Answering;
using Bot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Channels.Activity.Support;

/// <summary>Every turn of the development questions, said over /api/ask and over the Activity endpoint on four channels.</summary>
public sealed class EveryDoor : IAsyncLifetime
{
    /// <summary>Teams, both names of Web Chat, and one that is not known.</summary>
    internal static readonly string[] Channels = ["msteams", "webchat", "directline", "sms"];

    private readonly BotHost host = new([], services => services.AddSingleton<IAssistant, Assistant>());

    /// <summary>What was said back, in no particular order.</summary>
    internal ConcurrentBag<Said> Turns { get; } = [];

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        await host.InitializeAsync();
        var lines = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "eval", "dev-questions.jsonl"));
        await Parallel.ForEachAsync(lines.Where(l => l.Length > 0), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (line, _) => await SayAsync(line));
    }

    /// <inheritdoc />
    public Task DisposeAsync() => host.DisposeAsync();

    private async Task SayAsync(string line)
    {
        using var question = JsonDocument.Parse(line);
        var id = question.RootElement.GetProperty("id").GetString()!;
        foreach (var turn in question.RootElement.GetProperty("turns").EnumerateArray().Select(t => t.GetString()!))
        {
            var asked = await host.PostAsync("/api/ask", JsonSerializer.Serialize(new { text = turn, conversationId = id }));
            Assert.True(asked.Status == 200, asked.Text);
            foreach (var channel in Channels)
            {
                var message = Talk.Message(turn, channel, id).With("serviceUrl", "http://127.0.0.1:9/");
                var replies = await host.SendAsync(message);
                var activity = Assert.Single(replies.Json.GetProperty("activities").EnumerateArray());
                var answerId = activity.GetProperty("channelData").GetProperty("answerId").GetString()!;
                var recorded = await host.GetAsync($"/api/answers/{answerId}");
                var details = channel == "sms" || asked.Json.GetProperty("awards").GetArrayLength() == 0 ? null : await DetailsAsync(message, answerId);
                Turns.Add(new Said($"{id} on {channel}", channel, asked.Json, recorded.Json, replies.Json, activity, details));
            }
        }
    }

    private async Task<JsonElement?> DetailsAsync(JsonObject message, string answerId)
    {
        var data = new JsonObject { ["verb"] = "details", ["answerId"] = answerId };
        var click = message["channelId"]!.GetValue<string>() == "msteams"
            ? message.With("type", "invoke").With("name", "adaptiveCard/action").With("value", new JsonObject { ["action"] = new JsonObject { ["verb"] = "details", ["data"] = data } })
            : message.With("value", data);
        return (await host.SendAsync(click.With("text", null).With("id", $"click-{answerId}"))).Json;
    }
}

/// <summary>One turn on one channel.</summary>
/// <param name="Name">Which question, where.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Asked">What /api/ask answered.</param>
/// <param name="Recorded">The answer that the activity showed, as it was recorded.</param>
/// <param name="Reply">The body of the response.</param>
/// <param name="Activity">The one activity in it.</param>
/// <param name="Details">What the card's button gave; null where there is none.</param>
internal sealed record Said(string Name, string Channel, JsonElement Asked, JsonElement Recorded, JsonElement Reply, JsonElement Activity, JsonElement? Details)
{
    internal bool IsTeams => Channel == "msteams";

    /// <summary>The citations' claims, in order.</summary>
    internal IReadOnlyList<JsonElement> Claims =>
        Activity.TryGetProperty("entities", out var entities) && entities[0].TryGetProperty("citation", out var citation) ? [.. citation.EnumerateArray()] : [];

    /// <summary>The card that shows how an award was worked out.</summary>
    internal JsonElement DetailsCard => IsTeams ? Details!.Value.GetProperty("value") : Details!.Value.GetProperty("activities")[0].GetProperty("attachments")[0].GetProperty("content");
}

/// <summary>Tests that look at what was said, which is said once for all of them.</summary>
[CollectionDefinition(Name)]
public sealed class EveryDoorTests : ICollectionFixture<EveryDoor>
{
    internal const string Name = "EveryDoor";
}
