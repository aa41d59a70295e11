using System.Globalization;
using System.Text.Json;
using Bot.Api;
using Bot.Store.Records;

namespace Bot.Privacy;

/// <summary>One person's data as JSON: what is handed out, and the counts of what was deleted.</summary>
internal static class PersonJson
{
    private static readonly TimeSpan ChinaStandardTime = TimeSpan.FromHours(8);

    internal static void WriteData(Utf8JsonWriter json, PersonData data)
    {
        json.WriteStartObject();
        json.WriteObjects("conversations", data.Conversations, static (json, row) =>
        {
            json.WriteString("channel", row.Channel);
            json.WriteString("conversationId", row.ConversationId);
            json.WriteString("updated", Time(row.UpdatedAt));
            json.WritePropertyName("state");
            json.WriteRawValue(row.State);
        });
        json.WriteObjects("answers", data.Answers, static (json, row) =>
        {
            json.WriteString("answerId", row.AnswerId);
            json.WriteString("conversationId", row.ConversationId);
            json.WriteString("at", Time(row.At));
            json.WriteDay("asOf", row.AsOf);
            json.WriteString("question", row.Question);
            json.WritePropertyName("turns");
            json.WriteRawValue(row.Inputs);
            json.WritePropertyName("answer");
            json.WriteRawValue(row.Body);
        });
        json.WriteObjects("feedback", data.Feedback, static (json, row) =>
        {
            json.WriteString("answerId", row.AnswerId);
            json.WriteBoolean("helpful", row.Helpful);
            json.WriteString("comment", row.Comment);
            json.WriteString("at", Time(row.At));
        });
        json.WriteObjects("messages", data.Messages, static (json, row) =>
        {
            json.WriteString("channel", row.Channel);
            json.WriteString("messageId", row.MessageId);
            json.WriteString("at", Time(row.At));
        });
        json.WriteObjects("lateReplies", data.Replies, static (json, row) =>
        {
            json.WriteString("channel", row.Channel);
            json.WriteString("target", row.Target);
            json.WriteString("payload", row.Payload);
            json.WriteString("expires", Time(row.Expires));
        });
        json.WriteEndObject();
    }

    internal static void WriteDeleted(Utf8JsonWriter json, PersonData data)
    {
        json.WriteStartObject();
        json.WriteStartObject("deleted");
        json.WriteNumber("conversations", data.Conversations.Count);
        json.WriteNumber("answers", data.Answers.Count);
        json.WriteNumber("feedback", data.Feedback.Count);
        json.WriteNumber("messages", data.Messages.Count);
        json.WriteNumber("lateReplies", data.Replies.Count);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    internal static void WriteAccesses(Utf8JsonWriter json, AccessPage page)
    {
        json.WriteStartObject();
        json.WriteObjects("accesses", page.Accesses, static (json, row) =>
        {
            json.WriteString("at", Time(row.At));
            json.WriteString("who", row.Who);
            json.WriteString("address", row.Address);
            json.WriteString("action", row.Action);
            json.WriteString("subject", row.Subject);
        });
        if (page.Next is { } next) json.WriteNumber("next", next);
        else json.WriteNull("next");
        json.WriteEndObject();
    }

    private static string Time(DateTimeOffset at) => at.ToOffset(ChinaStandardTime).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
