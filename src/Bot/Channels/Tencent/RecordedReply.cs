using System.Globalization;
using System.Text.Json;
using Bot.Answering;
using Bot.Store.Records;

namespace Bot.Channels.Tencent;

/// <summary>A recorded answer as messages; the same record always gives the same ones.</summary>
/// <param name="AnswerId">Its id.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Text">The whole text.</param>
/// <param name="Pages">The messages.</param>
internal sealed record RecordedReply(string AnswerId, string Question, string Text, IReadOnlyList<string> Pages)
{
    private const string Prefix = "answer/";

    /// <summary>An answer just given.</summary>
    internal static RecordedReply Of(Answer answer, string question) =>
        new(answer.AnswerId, question, answer.Text, ReplyPages.Of(answer.Text, answer.Suggestions));

    /// <summary>An answer of the store.</summary>
    internal static RecordedReply Of(AnswerRecord record)
    {
        using var body = JsonDocument.Parse(record.Body);
        var text = body.RootElement.GetProperty("text").GetString()!;
        string[] suggestions = [.. body.RootElement.GetProperty("suggestions").EnumerateArray().Select(s => s.GetString()!)];
        return new RecordedReply(record.AnswerId, record.Question, text, ReplyPages.Of(text, suggestions));
    }

    /// <summary>A page, counted from 1, as a reply.</summary>
    internal Said Page(int number, string end = "") =>
        new(ReplyPages.WithEnd(Pages[number - 1], end), string.Create(CultureInfo.InvariantCulture, $"{Prefix}{AnswerId}/{number}"));

    /// <summary>Answer and page of a reference; null where it refers to something else.</summary>
    internal static (string AnswerId, int Page)? Parse(string reference) =>
        reference.StartsWith(Prefix, StringComparison.Ordinal)
        && reference.LastIndexOf('/') is var slash && slash > Prefix.Length
        && int.TryParse(reference.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? (reference[Prefix.Length..slash], page)
            : null;
}
