using System.Text.Json;
using Bot.Inputs;

namespace Bot.Channels.Activity.Wire;

/// <summary>The members of an object; one of the wrong kind is noted, one that is null counts as absent.</summary>
internal sealed class ActivityFields(JsonElement raw, string of = "", List<InputFault>? faults = null)
{
    // What stands before a name in a fault.
    private string Prefix => of.Length == 0 ? "" : of + ".";

    internal JsonElement Raw => raw;

    internal List<InputFault> Faults { get; } = faults ?? [];

    internal static string? TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    internal void Fault(string name, string text) => Faults.Add(new InputFault(Prefix + name, text));

    internal JsonElement? Find(string name) => raw.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    internal string? Text(string name) => Find(name, "字符串", JsonValueKind.String)?.GetString();

    internal bool Truth(string name) => Find(name, " true 或 false", JsonValueKind.True, JsonValueKind.False)?.ValueKind == JsonValueKind.True;

    internal IReadOnlyList<JsonElement> List(string name) => Find(name, "列表", JsonValueKind.Array) is { } list && list.GetArrayLength() > 0 ? [.. list.EnumerateArray()] : [];

    internal ActivityFields? Nested(string name) =>
        Find(name, "对象", JsonValueKind.Object) is { } nested ? new ActivityFields(nested, Prefix + name, Faults) : null;

    private JsonElement? Find(string name, string shape, params ReadOnlySpan<JsonValueKind> kinds)
    {
        if (Find(name) is not { } value) return null;
        if (kinds.Contains(value.ValueKind)) return value;
        Fault(name, $"{Prefix}{name} 应为{shape}。");
        return null;
    }
}
