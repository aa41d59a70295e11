using System.Text;
using System.Text.Json;
using Bot.Answering;
using Bot.Api;
using Bot.Hosting;

namespace Bot.Channels.Activity.Replies;

/// <summary>Citations as Teams and Web Chat show them: one root entity with a claim for each marker.</summary>
internal sealed class CitationEntity(Composition composition)
{
    private const int LongestName = 80, LongestAbstract = 160, LongestKeyword = 28;

    /// <summary>Whether there is anything to say in it.</summary>
    internal static bool IsDue(Answer answer, ClientKind client) => answer.Citations.Count > 0 || answer.Generated || Votes(answer, client);

    /// <summary>Writes the entity.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="client">What it is shown in.</param>
    /// <param name="withClauses">Whether each citation opens the whole clause; false where the message would grow too large.</param>
    /// <param name="baseUrl">Where the clauses can be read; null where that is not known.</param>
    internal void Write(Utf8JsonWriter json, Answer answer, ClientKind client, bool withClauses, Uri? baseUrl)
    {
        // A second root entity is a 400; the label and the citations share this one.
        json.WriteStartObject();
        json.WriteString("type", "https://schema.org/Message");
        json.WriteString("@type", "Message");
        json.WriteString("@context", "https://schema.org");
        json.WriteString("@id", "");
        if (answer.Generated) json.WriteStrings("additionalType", ["AIGeneratedContent"]);
        if (Votes(answer, client))
        {
            json.WriteStartArray("potentialAction");
            Vote.Offer(json, answer.AnswerId);
            json.WriteEndArray();
        }

        if (answer.Citations.Count > 0)
        {
            json.WriteStartArray("citation");
            for (var i = 0; i < answer.Citations.Count && i < MarkedText.MostCitations; i++) Claim(json, answer.Citations[i], i + 1, client, withClauses, baseUrl);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>Where people read a clause: the start page opens it.</summary>
    internal static Uri Address(Uri baseUrl, Citation citation) => new(baseUrl, $"/#clause={citation.Clause}");

    /// <summary>How a citation is called.</summary>
    internal static string Name(Citation citation) => ShortText.Cut($"{citation.Document} {citation.Heading}", LongestName);

    private static bool Votes(Answer answer, ClientKind client) => client.WebChat && answer.Kind != AnswerKind.Smalltalk;

    private void Claim(Utf8JsonWriter json, Citation citation, int position, ClientKind client, bool withClause, Uri? baseUrl)
    {
        json.WriteStartObject();
        json.WriteString("@type", "Claim");
        json.WriteNumber("position", position);
        json.WriteStartObject("appearance");
        json.WriteString("@type", "DigitalDocument");
        json.WriteString("name", Name(citation));
        json.WriteString("abstract", ShortText.Cut(citation.Quote, LongestAbstract));
        json.WriteStrings("keywords", [ShortText.Cut(citation.Clause.ToString(), LongestKeyword), ShortText.Cut(Status(citation.Validity.Status), LongestKeyword)]);
        // Links in Teams are https only; Web Chat would follow one instead of opening its window.
        if (baseUrl is { Scheme: "https" } && !client.WebChat) json.WriteString("url", Address(baseUrl, citation).ToString());
        if (client.WebChat)
        {
            json.WriteString("text", ClauseMarkdown(citation, withClause));
            json.WriteString("encodingFormat", "text/markdown");
        }
        else if (withClause)
        {
            json.WriteJsonAsText("text", card => ClauseCard(card, citation));
            json.WriteString("encodingFormat", Cards.ContentType);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void ClauseCard(Utf8JsonWriter json, Citation citation)
    {
        Cards.Open(json);
        Cards.Text(json, $"{citation.Document} {citation.Heading}", weight: "Bolder");
        Cards.Text(json, $"引用：「{citation.Quote}」");
        Cards.Text(json, "全文", weight: "Bolder", spacing: "Medium");
        Cards.Text(json, composition.Documents.Find(citation.Clause)!.Text);
        Cards.Text(json, citation.Validity.Note, subtle: true);
        Cards.Close(json);
    }

    // Web Chat's window shows Markdown, and a card only as its JSON; the citation's name stands above it already.
    private string ClauseMarkdown(Citation citation, bool withClause)
    {
        string[] lines = [$"引用：「{citation.Quote}」", .. withClause ? ["全文：", composition.Documents.Find(citation.Clause)!.Text] : Array.Empty<string>(), citation.Validity.Note];
        var markdown = new StringBuilder();
        Markdown.Append(markdown, string.Join('\n', lines));
        return markdown.ToString();
    }

    private static string Status(string status) => status switch
    {
        "in-force" => "有效期内",
        "expired" => "已期满",
        "not-yet" => "尚未施行",
        _ => "时效待确认",
    };
}
