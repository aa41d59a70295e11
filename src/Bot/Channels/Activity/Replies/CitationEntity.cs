using System.Text;
using System.Text.Json.Nodes;
using Bot.Answering;
using Bot.Hosting;

namespace Bot.Channels.Activity.Replies;

/// <summary>Citations as Teams and Web Chat show them: one root entity with a claim for each marker.</summary>
internal sealed class CitationEntity(Composition composition)
{
    private const int LongestName = 80, LongestAbstract = 160, LongestKeyword = 28;

    /// <summary>The entity; null where there is nothing to say in it.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="client">What it is shown in.</param>
    /// <param name="withClauses">Whether each citation opens the whole clause; false where the message would grow too large.</param>
    /// <param name="baseUrl">Where the clauses can be read; null where that is not known.</param>
    internal JsonObject? Build(Answer answer, ClientKind client, bool withClauses, Uri? baseUrl)
    {
        var votes = client.WebChat && answer.Kind != AnswerKind.Smalltalk;
        if (answer.Citations.Count == 0 && !answer.Generated && !votes) return null;
        // A second root entity is a 400; the label and the citations share this one.
        var entity = new JsonObject
        {
            ["type"] = "https://schema.org/Message",
            ["@type"] = "Message",
            ["@context"] = "https://schema.org",
            ["@id"] = "",
        };
        if (answer.Generated) entity["additionalType"] = new JsonArray("AIGeneratedContent");
        if (votes) entity["potentialAction"] = Vote.Offer(answer.AnswerId);
        if (answer.Citations.Count > 0)
            entity["citation"] = new JsonArray([.. answer.Citations.Take(MarkedText.MostCitations).Select((c, i) => (JsonNode)Claim(c, i + 1, client, withClauses, baseUrl))]);
        return entity;
    }

    /// <summary>Where people read a clause: the start page opens it.</summary>
    internal static Uri Address(Uri baseUrl, Citation citation) => new(baseUrl, $"/#clause={citation.Clause}");

    /// <summary>How a citation is called.</summary>
    internal static string Name(Citation citation) => ShortText.Cut($"{citation.Document} {citation.Heading}", LongestName);

    private JsonObject Claim(Citation citation, int position, ClientKind client, bool withClause, Uri? baseUrl)
    {
        var appearance = new JsonObject
        {
            ["@type"] = "DigitalDocument",
            ["name"] = Name(citation),
            ["abstract"] = ShortText.Cut(citation.Quote, LongestAbstract),
            ["keywords"] = new JsonArray(ShortText.Cut(citation.Clause.ToString(), LongestKeyword), ShortText.Cut(Status(citation.Validity.Status), LongestKeyword)),
        };
        // Links in Teams are https only; Web Chat would follow one instead of opening its window.
        if (baseUrl is { Scheme: "https" } && !client.WebChat) appearance["url"] = Address(baseUrl, citation).ToString();
        if (client.WebChat)
        {
            appearance["text"] = ClauseMarkdown(citation, withClause);
            appearance["encodingFormat"] = "text/markdown";
        }
        else if (withClause)
        {
            appearance["text"] = ClauseCard(citation).ToJsonString(ReplyJson.Options);
            appearance["encodingFormat"] = Cards.ContentType;
        }

        return new JsonObject { ["@type"] = "Claim", ["position"] = position, ["appearance"] = appearance };
    }

    private JsonObject ClauseCard(Citation citation) => Cards.Card(
    [
        Cards.Text($"{citation.Document} {citation.Heading}", weight: "Bolder"),
        Cards.Text($"引用：「{citation.Quote}」"),
        Cards.Text("全文", weight: "Bolder", spacing: "Medium"),
        Cards.Text(composition.Documents.Find(citation.Clause)!.Text),
        Cards.Text(citation.Validity.Note, subtle: true),
    ]);

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
