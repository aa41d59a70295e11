using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Bot.Inputs;
using Microsoft.Extensions.AI;

namespace Bot.Agents;

/// <summary>Arguments as a host hands them over → the members that a JSON body would have.</summary>
internal static class ArgumentReader
{
    /// <summary>The members; what cannot be read stays as a value that every reader refuses.</summary>
    /// <param name="arguments">JSON values, .NET values or text, by name.</param>
    /// <param name="schema">The function's schema.</param>
    internal static Json.Object Read(IEnumerable<KeyValuePair<string, object?>> arguments, JsonElement schema) =>
        new([.. arguments.Select(a => (a.Key, Value(a.Value, TypeOf(schema, a.Key))))]);

    private static string? TypeOf(JsonElement schema, string name) =>
        schema.GetProperty("properties").TryGetProperty(name, out var property) ? property.GetProperty("type").GetString() : null;

    private static Json Value(object? value, string? type)
    {
        switch (value)
        {
            case null or JsonElement { ValueKind: JsonValueKind.Undefined }:
                return new Json.Nothing();
            case string text:
                return FromText(text, type);
            case JsonElement element:
                // The characters as they came: 1.000 is no amount, and a name may stand twice.
                return Parse(JsonMarshal.GetRawUtf8Value(element));
            default:
                return Serialized(value);
        }
    }

    // Some hosts, Semantic Kernel among them, turn each argument of a model into text; the declared type says what it was.
    private static Json FromText(string text, string? type) => type switch
    {
        "number" or "integer" => new Json.Number(text),
        "boolean" when bool.TryParse(text, out var truth) => new Json.Truth(truth),
        "array" => Parse(Encoding.UTF8.GetBytes(text)),
        _ => new Json.Text(text),
    };

    private static Json Serialized(object value)
    {
        try
        {
            return Parse(JsonSerializer.SerializeToUtf8Bytes(value, AIJsonUtilities.DefaultOptions));
        }
        catch (Exception e) when (e is NotSupportedException or JsonException or ArgumentException)
        {
            // A stream, a cycle, not a number: nothing that any input takes.
            return new Json.Unreadable();
        }
    }

    private static Json Parse(ReadOnlySpan<byte> utf8) => JsonParser.Read(utf8, out _) ?? new Json.Unreadable();
}
