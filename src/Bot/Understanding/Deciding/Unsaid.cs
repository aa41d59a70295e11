using Bot.Understanding.Marks;
using Knowledge.Index;

namespace Bot.Understanding.Deciding;

/// <summary>Whether a message holds nothing to look for.</summary>
internal static class Unsaid
{
    // A character or two are left over of any question.
    private const int MostLeft = 2;

    /// <summary>Whether it holds nothing beside a document's name and the words that ask.</summary>
    internal static bool HoldsNothingElse(Message message, IReadOnlyList<Mention> topics, Lexicon lexicon) => Left(message, topics, null) <= MostLeft && !NamesMatter(message, topics, lexicon);

    /// <summary>The same, where what any question about an award has (企业, 省里, 一共) is nothing either.</summary>
    internal static bool HoldsNothingParticular(Message message, IReadOnlyList<Mention> topics, Lexicon lexicon) => Left(message, topics, lexicon) <= MostLeft;

    // 试点搞几年: short as it is, the clauses speak of it. A word that only asks (给多少钱) is no matter.
    private static bool NamesMatter(Message message, IReadOnlyList<Mention> topics, Lexicon lexicon)
    {
        foreach (var term in lexicon.FindTerms(message.Text))
        {
            if (!topics.Any(t => t.Span.Overlaps(term.Span)) && !message.Marks.Any(m => m.Meaning is Meaning.Signals { Cue: not (Cue.Content or Cue.HowMany) } && m.Start <= term.Span.Start && term.Span.End <= m.End)) return true;
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
            // 期满以后 hides a cue, and is a matter.
            if (mark.Meaning is Meaning.Signals { Cue: not Cue.Content }) said.Slice(mark.Start, mark.Length).Fill(true);
        }

        var left = 0;
        for (var i = 0; i < said.Length; i++)
        {
            if (!said[i] && char.IsLetterOrDigit(message.Text[i])) left++;
        }

        return left;
    }
}
