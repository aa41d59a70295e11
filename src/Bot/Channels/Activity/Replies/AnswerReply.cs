using System.Text;
using System.Text.Json;
using Bot.Answering;
using Bot.Api;
using Bot.Channels.Activity.Wire;

namespace Bot.Channels.Activity.Replies;

/// <summary>An answer as one activity that reads well where it arrives.</summary>
internal sealed class AnswerReply(CitationEntity citations, AwardCard cards)
{
    // Teams counts about 100 KB as UTF-16; this leaves room for what the channel adds.
    private const int MostBytes = 80 * 1024;

    /// <summary>The reply.</summary>
    /// <param name="incoming">What it replies to.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="baseUrl">Where the program can be reached by people; null where that is not known.</param>
    internal ActivityReply Build(IncomingActivity incoming, Answer answer, Uri? baseUrl)
    {
        var client = ClientKind.Of(incoming);
        var reply = client.Rich ? Rich(incoming, answer, client, baseUrl, withClauses: true) : Plain(incoming, answer);
        if (client.Rich && IsTooLong(reply)) reply = Rich(incoming, answer, client, baseUrl, withClauses: false);
        if (IsTooLong(reply)) reply = Plain(incoming, answer with { Text = ShortText.Cut(answer.Text, MostBytes / 8) });
        return new ActivityReply(reply, answer.AnswerId);
    }

    private static ReadOnlyMemory<byte> Plain(IncomingActivity incoming, Answer answer) => JsonWords.Bytes(json =>
    {
        ReplyActivity.OpenText(json, incoming, answer.Text, "plain");
        ReplyActivity.Suggest(json, incoming, answer.Suggestions);
        json.WriteStartObject("channelData");
        json.WriteString("answerId", answer.AnswerId);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private ReadOnlyMemory<byte> Rich(IncomingActivity incoming, Answer answer, ClientKind client, Uri? baseUrl, bool withClauses) => JsonWords.Bytes(json =>
    {
        var text = SpareText.Take();
        AnswerText.Append(text, answer, client, baseUrl);
        ReplyActivity.OpenText(json, incoming, text.WrittenSpan, "markdown");
        SpareText.Give(text);
        if (CitationEntity.IsDue(answer, client))
        {
            json.WriteStartArray("entities");
            citations.Write(json, answer, client, withClauses, baseUrl);
            json.WriteEndArray();
        }

        // A card and suggested actions do not go together: the card has the follow-ups then.
        if (answer.Awards.Count > 0) Attach(json, answer, client);
        else ReplyActivity.Suggest(json, incoming, answer.Suggestions);
        json.WriteStartObject("channelData");
        json.WriteString("answerId", answer.AnswerId);
        if (client.Teams && answer.Kind != AnswerKind.Smalltalk)
        {
            json.WriteStartObject("feedbackLoop");
            json.WriteString("type", "default");
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });

    private void Attach(Utf8JsonWriter json, Answer answer, ClientKind client)
    {
        json.WriteStartArray("attachments");
        json.WriteStartObject();
        json.WriteString("contentType", Cards.ContentType);
        json.WritePropertyName("content");
        cards.Brief(json, answer, client);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // UTF-16 has at most one unit a byte of UTF-8: few replies are long enough to be counted.
    private static bool IsTooLong(ReadOnlyMemory<byte> reply) => reply.Length * sizeof(char) > MostBytes && Encoding.UTF8.GetCharCount(reply.Span) * sizeof(char) > MostBytes;
}
