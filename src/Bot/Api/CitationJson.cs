using System.Text.Json;
using Bot.Answering;

namespace Bot.Api;

/// <summary>Writes citations and what they say about validity.</summary>
internal static class CitationJson
{
    internal static void Write(Utf8JsonWriter json, string name, IReadOnlyList<Citation> citations) => json.WriteObjects(name, citations, static (json, citation) =>
    {
        json.WriteString("clause", citation.Clause.ToString());
        json.WriteString("document", citation.Document);
        json.WriteString("heading", citation.Heading);
        json.WriteString("quote", citation.Quote);
        Write(json, "validity", citation.Validity);
    });

    internal static void Write(Utf8JsonWriter json, string name, ValidityNote? validity)
    {
        if (validity is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("status", validity.Status);
        json.WriteString("note", validity.Note);
        json.WriteEndObject();
    }
}
