using System.Collections.Concurrent;
using System.Text.Json;
using Bot.Answering;
using Bot.Api;
using Bot.Hosting;
using Knowledge.Corpus;

namespace Bot.Channels.Activity.Replies;

/// <summary>
/// How a cited clause appears beside an answer, as JSON. Most of it is the clause itself, as a card that is escaped twice,
/// and the same few hundred quotes are cited again and again: each is written once, and copied from then on.
/// </summary>
internal sealed class Appearances(Composition composition)
{
    private const int LongestAbstract = 160, LongestKeyword = 28;

    // Some 2 KB each. Whoever asks for ever other days or addresses makes it begin anew, never grow.
    private const int MostKept = 400;
    private volatile Kept kept = new(composition.Documents);

    /// <summary>The JSON object.</summary>
    /// <param name="citation">What is cited.</param>
    /// <param name="client">What it is shown in.</param>
    /// <param name="withClause">Whether it opens the whole clause.</param>
    /// <param name="baseUrl">Where the clauses can be read; null where that is not known.</param>
    internal ReadOnlySpan<byte> Of(Citation citation, ClientKind client, bool withClause, Uri? baseUrl)
    {
        // Links in Teams are https only; Web Chat would follow one instead of opening its window.
        var key = new Key(citation, client.WebChat, withClause, baseUrl is { Scheme: "https" } && !client.WebChat ? baseUrl : null);
        var (now, documents) = (kept, composition.Documents);
        // A changed corpus may word the clause otherwise.
        if (!ReferenceEquals(now.Documents, documents)) kept = now = new Kept(documents);
        if (now.Written.TryGetValue(key, out var written)) return written.Span;
        if (now.Written.Count >= MostKept) now.Written.Clear();
        return (now.Written[key] = JsonWords.Bytes(json => Write(json, key, documents))).Span;
    }

    private static void Write(Utf8JsonWriter json, Key key, DocumentSet documents)
    {
        var citation = key.Citation;
        json.WriteStartObject();
        json.WriteString("@type", "DigitalDocument");
        json.WriteString("name", CitationEntity.Name(citation));
        json.WriteString("abstract", ShortText.Cut(citation.Quote, LongestAbstract));
        json.WriteStrings("keywords", [ShortText.Cut(citation.Clause.ToString(), LongestKeyword), ShortText.Cut(Status(citation.Validity.Status), LongestKeyword)]);
        if (key.Address is { } baseUrl) json.WriteString("url", CitationEntity.Address(baseUrl, citation).ToString());
        if (key.AsMarkdown)
        {
            Markdown.WriteString(json, "text", ClauseLines(citation, key.WithClause ? documents : null));
            json.WriteString("encodingFormat", "text/markdown");
        }
        else if (key.WithClause)
        {
            json.WriteJsonAsText("text", card => ClauseCard(card, citation, documents));
            json.WriteString("encodingFormat", Cards.ContentType);
        }

        json.WriteEndObject();
    }

    private static void ClauseCard(Utf8JsonWriter json, Citation citation, DocumentSet documents)
    {
        Cards.Open(json);
        Cards.Text(json, $"{citation.Document} {citation.Heading}", weight: "Bolder");
        Cards.Text(json, $"引用：「{citation.Quote}」");
        Cards.Text(json, "全文", weight: "Bolder", spacing: "Medium");
        Cards.Text(json, documents.Find(citation.Clause)!.Text);
        Cards.Text(json, citation.Validity.Note, subtle: true);
        Cards.Close(json);
    }

    // Web Chat's window shows Markdown, and a card only as its JSON; the citation's name stands above it already.
    private static string ClauseLines(Citation citation, DocumentSet? documents)
    {
        string[] lines = [$"引用：「{citation.Quote}」", .. documents is null ? Array.Empty<string>() : ["全文：", documents.Find(citation.Clause)!.Text], citation.Validity.Note];
        return string.Join('\n', lines);
    }

    private static string Status(string status) => status switch
    {
        "in-force" => "有效期内",
        "expired" => "已期满",
        "not-yet" => "尚未施行",
        _ => "时效待确认",
    };

    private readonly record struct Key(Citation Citation, bool AsMarkdown, bool WithClause, Uri? Address);

    private sealed record Kept(DocumentSet Documents)
    {
        internal ConcurrentDictionary<Key, ReadOnlyMemory<byte>> Written { get; } = new();
    }
}
