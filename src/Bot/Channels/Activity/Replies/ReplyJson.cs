using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Api;

namespace Bot.Channels.Activity.Replies;

/// <summary>How replies are written: readable Chinese.</summary>
internal static class ReplyJson
{
    // Safe because it is never served as HTML.
    internal static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same as UTF-8.</summary>
    internal static ReadOnlyMemory<byte> Bytes(JsonNode node) => JsonWords.Bytes(json => node.WriteTo(json, Options));

    /// <summary>What is written, as a tree that can still be added to.</summary>
    /// <param name="write">Writes one object.</param>
    internal static JsonObject Tree(Action<Utf8JsonWriter> write) => JsonNode.Parse(JsonWords.Bytes(write).Span)!.AsObject();
}
