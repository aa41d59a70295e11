using System.Buffers;
using Bot.Conversations;
using Bot.Understanding.Slots;
using Knowledge.Text;

namespace Bot.Understanding.Deciding;

/// <summary>第一个改成1200万, after two projects were told in one message: that message once more, with the other figure.</summary>
internal sealed class Revisions(MessageReader reader)
{
    private const int Longest = 24;
    private static readonly SearchValues<string> Former = SearchValues.Create(["前一个", "前面那个", "前面一个", "前者"], StringComparison.Ordinal);
    private static readonly SearchValues<string> Latter = SearchValues.Create(["后一个", "后面那个", "后面一个", "后者"], StringComparison.Ordinal);

    /// <summary>The earlier message with the new figure in its place; null where the message revises none of several.</summary>
    internal Message? Read(Message message, ConversationState state)
    {
        if (state.LastKind != Answering.AnswerKind.Award || state.LastQuery is not { } text || message.Text.Length > Longest || Which(message) is not { } which || Figures(message) is not [var told]) return null;
        var before = reader.Read(text, state.Document);
        if (Figures(before) is not { Count: > 1 } figures || which > figures.Count) return null;
        var place = figures[which - 1].Span;
        return reader.Read(string.Concat(before.Text.AsSpan(0, place.Start), message.Text.AsSpan(told.Span.Start, told.Span.Length), before.Text.AsSpan(place.End)), state.Document);
    }

    private static int? Which(Message message)
    {
        foreach (var number in message.Numbers)
        {
            if (number.Kind == NumberKind.Ordinal && number.Unit is "个" or "项" or "笔" && number.Value is >= 1m and < Longest) return (int)number.Value;
        }

        return message.Text.AsSpan().ContainsAny(Former) ? 1 : message.Text.AsSpan().ContainsAny(Latter) ? 2 : null;
    }

    private static List<NumberReading> Figures(Message message)
    {
        const decimal least = 1000m;
        List<NumberReading> figures = [];
        foreach (var number in message.Numbers)
        {
            if ((number.Kind == NumberKind.Money || (number.Kind == NumberKind.Number && number.Value >= least)) && number.IsExact && !FigureContext.IsNoFact(message.Text, number)) figures.Add(number);
        }

        return figures;
    }
}
