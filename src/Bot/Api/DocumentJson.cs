using System.Text.Json;
using Bot.Answering.Wording;
using Knowledge.Corpus;
using Knowledge.Search;

namespace Bot.Api;

/// <summary>Writes documents, clauses and what a search found.</summary>
internal static class DocumentJson
{
    internal static void WriteList(Utf8JsonWriter json, DocumentSet documents, DateOnly asOf)
    {
        json.WriteStartObject();
        json.WriteStartArray("documents");
        foreach (var document in documents.Documents) WriteDocument(json, document, asOf);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void WriteClause(Utf8JsonWriter json, Clause clause, Document document, DateOnly asOf)
    {
        json.WriteStartObject();
        json.WriteString("clause", clause.Id.ToString());
        json.WriteString("document", document.Id);
        json.WriteString("heading", clause.Heading);
        json.WriteString("text", clause.Text);
        json.WriteStrings("responsible", clause.Responsible);
        json.WriteString("parent", clause.Parent?.ToString());
        CitationJson.Write(json, "validity", ValidityWording.Note(document, asOf));
        json.WriteEndObject();
    }

    internal static void WriteHits(Utf8JsonWriter json, IReadOnlyList<ClauseHit> hits)
    {
        json.WriteStartObject();
        json.WriteStartArray("hits");
        foreach (var hit in hits)
        {
            json.WriteStartObject();
            json.WriteString("clause", hit.Clause.ToString());
            json.WriteString("document", hit.Document);
            json.WriteString("heading", hit.Heading);
            json.WriteString("snippet", hit.Snippet);
            json.WriteNumber("score", hit.Score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDocument(Utf8JsonWriter json, Document document, DateOnly asOf)
    {
        json.WriteStartObject();
        json.WriteString("document", document.Id);
        json.WriteString("title", document.Title);
        json.WriteString("number", document.Number);
        json.WriteString("issuer", document.Issuer);
        json.WriteDay("issued", document.Issued);
        CitationJson.Write(json, "validity", ValidityWording.Note(document, asOf));
        json.WriteStartArray("clauses");
        foreach (var clause in document.Clauses)
        {
            json.WriteStartObject();
            json.WriteString("clause", clause.Id.ToString());
            json.WriteString("number", clause.Id.Number);
            json.WriteString("heading", clause.Heading);
            json.WriteString("parent", clause.Parent?.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
