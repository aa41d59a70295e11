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
        json.WriteObjects("documents", documents.Documents, (json, document) => WriteMembers(json, document, asOf, WriteOutline));
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

    internal static void WriteHits(Utf8JsonWriter json, IReadOnlyList<ClauseHit> hits, DocumentSet documents, DateOnly asOf)
    {
        json.WriteStartObject();
        json.WriteObjects("hits", hits, (json, hit) =>
        {
            json.WriteString("clause", hit.Clause.ToString());
            json.WriteString("document", hit.Document);
            json.WriteString("heading", hit.Heading);
            json.WriteString("snippet", hit.Snippet);
            json.WriteNumber("score", hit.Score);
            CitationJson.Write(json, "validity", ValidityWording.Note(documents.FindDocument(hit.Document)!, asOf));
        });
        json.WriteEndObject();
    }

    /// <summary>Writes a document's members, its clauses as the caller shows them.</summary>
    internal static void WriteMembers(Utf8JsonWriter json, Document document, DateOnly asOf, Action<Utf8JsonWriter, Clause> writeClause)
    {
        json.WriteString("document", document.Id);
        json.WriteString("title", document.Title);
        json.WriteString("number", document.Number);
        json.WriteString("issuer", document.Issuer);
        json.WriteDay("issued", document.Issued);
        CitationJson.Write(json, "validity", ValidityWording.Note(document, asOf));
        json.WriteObjects("clauses", document.Clauses, writeClause);
    }

    private static void WriteOutline(Utf8JsonWriter json, Clause clause)
    {
        json.WriteString("clause", clause.Id.ToString());
        json.WriteString("number", clause.Id.Number);
        json.WriteString("heading", clause.Heading);
        json.WriteString("parent", clause.Parent?.ToString());
    }
}
