using System.Text.Json;

namespace Bot.Tests.Channels.WeChat;

/// <summary>The published and recomputed examples of both services.</summary>
internal static class Vectors
{
    internal static readonly JsonElement All = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "eval", "wechat-vectors.json"))).RootElement;

    internal static readonly JsonElement Official = All.GetProperty("official");

    internal static readonly JsonElement Work = All.GetProperty("work");

    internal static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;

    internal static string? Maybe(this JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>The query of a case, encoded.</summary>
    internal static string Query(this JsonElement json) =>
        string.Join('&', json.GetProperty("query").EnumerateObject().Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value.GetString()!)}"));

    /// <summary>Names of cases, for theories.</summary>
    internal static TheoryData<string> Names(JsonElement cases) => [.. cases.EnumerateArray().Select(c => c.Text("name"))];

    internal static JsonElement Named(JsonElement cases, string name) => cases.EnumerateArray().Single(c => c.Text("name") == name);

    /// <summary>Every encrypted case that opens, of both services: key, receiver, token, case.</summary>
    internal static IEnumerable<(string Key, string Receiver, string Token, JsonElement Case)> Encrypted()
    {
        string key = Official.Text("encodingAesKey"), app = Official.Text("appId"), token = Official.Text("token");
        foreach (var one in Official.GetProperty("encrypted").EnumerateArray()) yield return (key, app, token, one);
        yield return (key, app, token, Official.GetProperty("compatible"));
        yield return (Official.Text("previousAesKey"), app, token, Official.GetProperty("previousKey"));
        foreach (var one in Work.GetProperty("encrypted").EnumerateArray()) yield return (Work.Text("encodingAesKey"), Work.Text("corpId"), Work.Text("token"), one);
    }
}
