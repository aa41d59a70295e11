using Bot.Understanding.Marks;
using Knowledge.Index;
using Knowledge.Text;

namespace Bot.Understanding.Deciding;

/// <summary>Whether a message holds nothing to look for.</summary>
internal static class Unsaid
{
    // A character or two are left over of any question.
    private const int MostLeft = 2;

    // What a sentence has beside its words.
    private const string Light = "的了呢吗啊吧呀嘛要都得能可去办个这那就也还会我们你咱该应是有在到从里给请想把来下做一几才交";

    /// <summary>Whether it holds nothing beside a document's name and the words that ask.</summary>
    internal static bool HoldsNothingElse(Message message, IReadOnlyList<Mention> topics, Lexicon lexicon) => Left(message, topics, null) <= MostLeft && !NamesMatter(message, topics, lexicon);

    /// <summary>The same, where what any question about an award has (企业, 省里, 一共) is nothing either.</summary>
    internal static bool HoldsNothingParticular(Message message, IReadOnlyList<Mention> topics, Lexicon lexicon) => Left(message, topics, lexicon) <= MostLeft;

    /// <summary>Whether it holds nothing at all beside documents, words that mean one, what asks, and what any question about an award has.</summary>
    /// <param name="message">The message.</param>
    /// <param name="lexicon">Knows what any question has.</param>
    /// <param name="meaning">Words that mean a document.</param>
    internal static bool HoldsNothingAtAll(Message message, Lexicon lexicon, IReadOnlyList<string> meaning) => Left(message, message.Documents, lexicon, meaning) == 0 && !SaysOfWhat(message, lexicon);

    // 试点搞几年: short as it is, the clauses speak of it. A word that only asks (给多少钱) is no matter.
    private static bool NamesMatter(Message message, IReadOnlyList<Mention> topics, Lexicon lexicon)
    {
        foreach (var term in lexicon.FindTerms(message.Text))
        {
            if (!topics.Any(t => t.Span.Overlaps(term.Span)) && !message.Marks.Any(m => m.Meaning is Meaning.Signals { Cue: not (Cue.Content or Cue.HowMany or Cue.Spend or Cue.HandIn or Cue.Covers) } && m.Start <= term.Span.Start && term.Span.End <= m.End)) return true;
        }

        return false;
    }

    // 用地有哪些支持, 客服有什么扶持. What asks, and whom one greets, says nothing: 享受哪些; 客服，有什么扶持.
    private static bool SaysOfWhat(Message message, Lexicon lexicon)
    {
        var common = lexicon.FindCommon(message.Text);
        foreach (var term in lexicon.FindTerms(message.Text))
        {
            if (!common.Any(c => c.Start <= term.Span.Start && term.Span.End <= c.End) && !message.Marks.Any(m => Covers(message, m, term.Span))) return true;
        }

        return false;
    }

    private static bool Covers(Message message, Mark mark, TextSpan span) =>
        mark.Meaning is Meaning.Signals { Cue: var cue and not (Cue.Spend or Cue.HandIn or Cue.Covers) } && mark.Start < span.End && span.Start < mark.End && (cue != Cue.Filler || IsAddressed(message, mark));

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

    private static int Left(Message message, IReadOnlyList<Mention> topics, Lexicon? lexicon, IReadOnlyList<string>? meaning = null)
    {
        Span<bool> said = message.Text.Length <= 256 ? stackalloc bool[message.Text.Length] : new bool[message.Text.Length];
        said.Clear();
        foreach (var topic in topics) said.Slice(topic.Span.Start, topic.Span.Length).Fill(true);
        foreach (var common in lexicon?.FindCommon(message.Text) ?? []) said.Slice(common.Start, common.Length).Fill(true);
        foreach (var mark in message.Marks)
        {
            // 期满以后 hides a cue, and is a matter; 资金拿来还债 speaks of one.
            if (mark.Meaning is Meaning.Signals { Cue: not (Cue.Content or Cue.Spend or Cue.HandIn or Cue.Covers) }) said.Slice(mark.Start, mark.Length).Fill(true);
        }

        foreach (var words in meaning ?? [])
        {
            if (message.Text.IndexOf(words, StringComparison.Ordinal) is >= 0 and var at) said.Slice(at, words.Length).Fill(true);
        }

        var left = 0;
        for (var i = 0; i < said.Length; i++)
        {
            if (!said[i] && char.IsLetterOrDigit(message.Text[i]) && !(meaning is not null && Light.Contains(message.Text[i], StringComparison.Ordinal))) left++;
        }

        return left;
    }
}
