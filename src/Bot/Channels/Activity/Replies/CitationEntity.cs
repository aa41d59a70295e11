using System.Text.Json;
using Bot.Answering;
using Bot.Api;

namespace Bot.Channels.Activity.Replies;

/// <summary>Citations as Teams and Web Chat show them: one root entity with a claim for each marker.</summary>
internal sealed class CitationEntity(Appearances appearances)
{
    private const int LongestName = 80;

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
        json.WritePropertyName("appearance");
        json.WriteRawValue(appearances.Of(citation, client, withClause, baseUrl), skipInputValidation: true);
        json.WriteEndObject();
    }
}
