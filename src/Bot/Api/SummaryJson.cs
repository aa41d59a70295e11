using System.Text.Json;
using Bot.Answering;
using Bot.Summaries.Formats;

namespace Bot.Api;

/// <summary>Writes a summary as an object, for those who take no files.</summary>
internal static class SummaryJson
{
    /// <summary>Writes it with its text, or with the file that it was written to.</summary>
    internal static void Write(Utf8JsonWriter json, AnswerKind kind, SummaryFormat format, ReadOnlyMemory<byte> summary, string? file = null)
    {
        json.WriteStartObject();
        json.WriteString("kind", AnswerJson.Name(kind));
        json.WriteString("contentType", format.MediaType);
        if (file is null) json.WriteString("summary", summary.Span);
        else json.WriteString("file", file);
        json.WriteEndObject();
    }
}
