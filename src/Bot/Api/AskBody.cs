using System.Buffers;
using Bot.Inputs;

namespace Bot.Api;

/// <summary>What <c>POST /api/ask</c> takes.</summary>
/// <param name="Text">What is asked, without hidden characters, trimmed.</param>
/// <param name="ConversationId">The conversation; null starts a new one.</param>
/// <param name="AsOf">The date for which the answer holds; null is today.</param>
internal sealed record AskBody(string Text, string? ConversationId, DateOnly? AsOf)
{
    internal const int LongestText = 4000;
    internal const int LongestId = 128;
    private static readonly SearchValues<char> OfIds = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.:-");

    /// <summary>Reads it; null where faults were noted.</summary>
    internal static AskBody? Read(Fields fields)
    {
        var text = ReadText(fields);
        var conversation = ReadId(fields, "conversationId", required: false);
        var asOf = Api.AsOf.Take(fields);
        fields.RefuseRest("text", "conversationId", Api.AsOf.Name);
        return fields.Faults.Count == 0 ? new AskBody(text!, conversation, asOf) : null;
    }

    /// <summary>An id of a conversation or an answer: letters, digits and _ . : - alone, so that it can stand in a path or a log.</summary>
    internal static string? ReadId(Fields fields, string name, bool required)
    {
        var json = fields.Take(name);
        if (json is Json.Text text && IsId(text.Value)) return text.Value;
        if (!fields.IsTwice(name) && (json is not null || required))
            fields.Fault(name, $"{name} 应为 1 到 {LongestId} 个字符的字符串，只含字母、数字和 _ . : - 。");
        return null;
    }

    /// <summary>Whether the text can be an id.</summary>
    internal static bool IsId(string text) => text.Length is > 0 and <= LongestId && !text.AsSpan().ContainsAnyExcept(OfIds);

    /// <summary>The question; null where a fault was noted.</summary>
    internal static string? ReadText(Fields fields)
    {
        if (fields.Take("text") is Json.Text text && PlainText.Clean(text.Value) is { Length: > 0 and <= LongestText } clean) return clean;
        if (!fields.IsTwice("text")) fields.Fault("text", $"请在 text 中写明要问的内容，1 到 {LongestText} 个字的字符串。");
        return null;
    }
}
