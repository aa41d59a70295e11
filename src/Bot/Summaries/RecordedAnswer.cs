using System.Text.Json.Nodes;
using Bot.Api;
using Bot.Conversations;
using Bot.Store.Records;

namespace Bot.Summaries;

/// <summary>The receipt of an answer that was given before.</summary>
internal static class RecordedAnswer
{
    /// <summary>
    /// The receipt; null where what was said no longer gives that answer: another program gave it, or the conversation was
    /// longer than what is kept of it.
    /// </summary>
    /// <param name="record">The answer, from the same wording of the documents as now.</param>
    /// <param name="summariser">Makes it again.</param>
    internal static Receipt? Reproduce(AnswerRecord record, Summariser summariser)
    {
        var (turns, choices) = TurnsJson.Read(record.Inputs);
        var receipt = new Receipt(turns, record.AsOf, record.CorpusVersion) { Choices = choices };
        // What could not be verified later is not handed out.
        if (!Receipt.Find(receipt.Write(), out var readable) || readable is null) return null;
        if (summariser.Replay(receipt, record.AnswerId, record.ConversationId).Answer is not { } answer) return null;
        var again = AnswerJson.Bytes(answer);
        return IsSame(JsonNode.Parse(record.Body)!.AsObject(), JsonNode.Parse(again.Span)!.AsObject()) ? receipt : null;
    }

    private static bool IsSame(JsonObject given, JsonObject again)
    {
        // Which model was asked, and what came of it, is no part of what was said.
        given.Remove("model");
        // A model worded the text and nothing else: figures, clauses and quotes are the program's own.
        if (given["generated"]?.GetValue<bool>() == true)
        {
            foreach (var name in new[] { "text", "suggestions", "generated" })
            {
                given.Remove(name);
                again.Remove(name);
            }
        }

        return JsonNode.DeepEquals(given, again);
    }
}
