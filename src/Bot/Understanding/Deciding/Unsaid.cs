using Bot.Understanding.Marks;
using Knowledge.Index;
using Knowledge.Text;

namespace Bot.Understanding.Deciding;

/// <summary>Whether a message holds nothing to look for.</summary>
internal static class Unsaid
{
    // A character or two are left over of any question.
    private const int MostLeft = 2;

    /// <summary>Whether it holds nothing beside a document's name and the words that ask.</summary>
    internal static bool HoldsNothingElse(Message message, IReadOnlyList<Mention> topics) => Left(message, topics, null) <= MostLeft;

    /// <summary>The same, where what any question about an award has (企业, 省里, 一共) is nothing either.</summary>
    internal static bool HoldsNothingParticular(Message message, IReadOnlyList<Mention> topics, Lexicon lexicon) => Left(message, topics, lexicon) <= MostLeft;

    /// <summary>Whether a word of the lexicon says of what: 用地有哪些支持, 客服有什么扶持. What asks, and whom one greets, says nothing: 享受哪些; 客服，有什么扶持.</summary>
    internal static bool NamesMatter(Message message, Lexicon lexicon)
    {
        var common = lexicon.FindCommon(message.Text);
        foreach (var term in lexicon.FindTerms(message.Text))
        {
            if (!common.Any(c => c.Start <= term.Span.Start && term.Span.End <= c.End) && !message.Marks.Any(m => Covers(message, m, term.Span))) return true;
        }

        return false;
    }

    private static bool Covers(Message message, Mark mark, TextSpan span) =>
        mark.Meaning is Meaning.Signals { Cue: var cue } && mark.Start < span.End && span.Start < mark.End && (cue != Cue.Filler || IsAddressed(message, mark));

    // 客服，… 客服你好 … 你好客服.
    private static bool IsAddressed(Message message, Mark mark)
    {
        if (mark.End == message.Text.Length || !char.IsLetter(message.Text[mark.End])) return true;
        foreach (var other in message.Marks)
        {
            if (other.Meaning is Meaning.Signals { Cue: Cue.Greeting } && (other.Start == mark.End || other.End == mark.Start)) return true;
        }

        return false;
    }

    private static int Left(Message message, IReadOnlyList<Mention> topics, Lexicon? lexicon)
    {
        Span<bool> said = message.Text.Length <= 256 ? stackalloc bool[message.Text.Length] : new bool[message.Text.Length];
        said.Clear();
        foreach (var topic in topics) said.Slice(topic.Span.Start, topic.Span.Length).Fill(true);
        foreach (var common in lexicon?.FindCommon(message.Text) ?? []) said.Slice(common.Start, common.Length).Fill(true);
        foreach (var mark in message.Marks)
        {
            if (mark.Meaning is Meaning.Signals) said.Slice(mark.Start, mark.Length).Fill(true);
        }

        var left = 0;
        for (var i = 0; i < said.Length; i++)
        {
            if (!said[i] && char.IsLetterOrDigit(message.Text[i])) left++;
        }

        return left;
    }
}
