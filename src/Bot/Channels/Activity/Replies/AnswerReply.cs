using System.Globalization;
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
        if (Size(reply) > MostBytes && client.Rich) reply = Rich(incoming, answer, client, baseUrl, withClauses: false);
        if (Size(reply) > MostBytes) reply = Plain(incoming, answer with { Text = ShortText.Cut(answer.Text, MostBytes / 8) });
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
        ReplyActivity.OpenText(json, incoming, Text(answer, client, baseUrl), "markdown");
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
        using var written = JsonDocument.Parse(AnswerJson.Bytes(answer));
        json.WriteStartArray("attachments");
        json.WriteStartObject();
        json.WriteString("contentType", Cards.ContentType);
        json.WritePropertyName("content");
        cards.Brief(json, written.RootElement, client);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static string Text(Answer answer, ClientKind client, Uri? baseUrl)
    {
        var marked = MarkedText.Markdown(WithoutSteps(answer), answer.Citations);
        if (!client.WebChat || answer.Citations.Count == 0) return marked;
        // Web Chat lists only what is defined; where no address is known, a scheme of its own opens the same window.
        var text = new StringBuilder(marked).Append('\n');
        for (var i = 0; i < answer.Citations.Count && i < MarkedText.MostCitations; i++)
        {
            var title = CitationEntity.Name(answer.Citations[i]).Replace('"', '\'');
            var address = baseUrl is null ? $"cite:{i + 1}" : CitationEntity.Address(baseUrl, answer.Citations[i]).ToString();
            text.Append(CultureInfo.InvariantCulture, $"\n[{i + 1}]: {address} \"{title}\"");
        }

        return text.ToString();
    }

    // The card has the reckoning behind 详情; only lines that are its steps word for word are left out here.
    private static string WithoutSteps(Answer answer)
    {
        if (answer.Awards.Count == 0) return answer.Text;
        var steps = answer.Awards.SelectMany(a => a.Award.Steps).Select(s => $"· {s.Text}").ToHashSet(StringComparer.Ordinal);
        var lines = answer.Text.Split('\n');
        return string.Join('\n', lines.Where((line, i) => !steps.Contains(line) && !(line == "计算：" && i + 1 < lines.Length && steps.Contains(lines[i + 1]))));
    }

    private static int Size(ReadOnlyMemory<byte> reply) => Encoding.UTF8.GetCharCount(reply.Span) * sizeof(char);
}
