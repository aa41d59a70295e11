using System.Text.Json;
using Bot.Answering;

namespace Bot.Api;

/// <summary>Writes an answer as the contract shows it; also what is recorded, so that it can be given again as it was.</summary>
internal static class AnswerJson
{
    /// <summary>The whole answer as UTF-8 JSON.</summary>
    internal static ReadOnlyMemory<byte> Bytes(Answer answer) => answer.Written.Of(answer, static answer => JsonWords.Bytes(json => Write(json, answer)));

    internal static void Write(Utf8JsonWriter json, Answer answer)
    {
        json.WriteStartObject();
        json.WriteString("answerId", answer.AnswerId);
        json.WriteString("conversationId", answer.ConversationId);
        json.WriteString("kind", Name(answer.Kind));
        json.WriteString("text", answer.Text);
        CitationJson.Write(json, "citations", answer.Citations);
        json.WriteStartArray("awards");
        foreach (var award in answer.Awards) AwardJson.Write(json, award);
        json.WriteEndArray();
        json.WriteStrings("missing", answer.Missing);
        json.WriteStrings("suggestions", answer.Suggestions);
        CitationJson.Write(json, "validity", answer.Validity);
        json.WriteBoolean("generated", answer.Generated);
        if (answer.Model is { } model)
        {
            json.WriteStartObject("model");
            json.WriteString("prompt", model.Prompt);
            json.WriteString("version", model.Version);
            json.WriteString("model", model.Model);
            json.WriteString("outcome", model.Outcome);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>The kind's name on the wire.</summary>
    internal static string Name(AnswerKind kind) => kind switch
    {
        AnswerKind.Award => "award",
        AnswerKind.Clause => "clause",
        AnswerKind.Summary => "summary",
        AnswerKind.Clarify => "clarify",
        AnswerKind.Refuse => "refuse",
        AnswerKind.Smalltalk => "smalltalk",
        _ => throw new NotSupportedException($"{kind} has no name on the wire."),
    };
}
