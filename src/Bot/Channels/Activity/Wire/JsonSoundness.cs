using System.Text.Json;
using System.Text.Unicode;

namespace Bot.Channels.Activity.Wire;

/// <summary>Whether a body is one JSON value that can be read to its end.</summary>
internal static class JsonSoundness
{
    /// <summary>The value; null where the body is not sound. Nearly every body is found to be so by being read once.</summary>
    internal static JsonDocument? Parse(ReadOnlyMemory<byte> utf8, int deepest)
    {
        // Only an escape can name half a surrogate pair: \ud800 to \udfff.
        var mayHoldHalfPairs = utf8.Span.IndexOf("\\ud"u8) >= 0 || utf8.Span.IndexOf("\\uD"u8) >= 0;
        if (mayHoldHalfPairs ? !IsSound(utf8.Span, deepest) : !Utf8.IsValid(utf8.Span)) return null;
        try
        {
            return JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = deepest });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Valid UTF-8, valid JSON, and no string with half of a surrogate pair, which would only throw once it is read.</summary>
    internal static bool IsSound(ReadOnlySpan<byte> utf8, int deepest)
    {
        if (!Utf8.IsValid(utf8)) return false;
        try
        {
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = deepest });
            while (reader.Read())
            {
                // Only an escape can name half a pair; all else was valid UTF-8.
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped) _ = reader.GetString();
            }

            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
