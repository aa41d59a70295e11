using Bot.Understanding.Marks;
using Knowledge.Index;

namespace Bot.Understanding.Deciding;

/// <summary>What a message asks, without the words that only say how it is asked: what is looked for in the clauses.</summary>
internal static class AskedText
{
    /// <param name="message">The message.</param>
    /// <param name="lexicon">The words that people use.</param>
    /// <param name="without">The names of documents that are left out as well; null where they stay.</param>
    internal static string Of(Message message, Lexicon lexicon, IReadOnlyList<Mention>? without)
    {
        var text = message.Text.ToCharArray();
        IReadOnlyList<Mention>? words = null;
        foreach (var mention in without ?? []) text.AsSpan(mention.Span.Start, mention.Span.Length).Fill(' ');
        foreach (var mark in message.Marks)
        {
            // 规定 in 约束规定 is a part of what is asked, and speaks of no text.
            if (without is not null && mark.Meaning is Meaning.Signals { Cue: Cue.Document } && !IsWithin(words ??= lexicon.FindTerms(message.Text), mark)) text.AsSpan(mark.Start, mark.Length).Fill(' ');
            // A single character is as likely a part of another word: 哪 out of 哪一条 would leave a clause number.
            if (mark.Length < 2 || mark.Meaning is not Meaning.Signals { Cue: Cue.Summary or Cue.Original or Cue.Department or Cue.Self or Cue.Gain or Cue.Question or Cue.Greeting or Cue.Thanks or Cue.Amount or Cue.Each }) continue;
            // What stands in the gap of 总共…多少 is what is asked.
            if (!IsWithin(words ??= lexicon.FindTerms(message.Text), mark)) text.AsSpan(mark.Last, mark.End - mark.Last).Fill(' ');
        }

        return new string(text).Trim() is { Length: > 0 } query ? query : message.Text;
    }

    // 怎么 in 怎么分 is a part of what is asked.
    private static bool IsWithin(IReadOnlyList<Mention> words, Mark mark)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Span.Length > mark.Length && words[i].Span.Start <= mark.Start && mark.End <= words[i].Span.End) return true;
        }

        return false;
    }
}
