using Bot.Understanding.Marks;
using Knowledge.Search;
using Knowledge.Text;

namespace Bot.Understanding;

/// <summary>Normalises a message and finds everything in it that anything later may need: phrases, numerals, dates, clause references.</summary>
internal sealed class MessageReader(PhraseBook phrases, HomophoneRepair typos, ClauseReferences references)
{
    /// <summary>Reads a message.</summary>
    /// <param name="text">As it was written.</param>
    /// <param name="document">The document spoken of last: 第四条 alone means its clause.</param>
    internal Message Read(string text, string? document = null) => Read(Normalise(text), document);

    /// <summary>Half and full width, traditional and simplified, slips of the hand.</summary>
    internal NormalisedText Normalise(string text) => typos.Repair(Normaliser.Normalise(SpacedPauses.Write(text)));

    /// <summary>The same for a message that is normalised.</summary>
    internal Message Read(NormalisedText normal, string? document, DateOnly? asOf = null)
    {
        var numbers = NumberReader.Read(normal);
        return new Message(normal, [.. WithoutHiddenCues(phrases.Find(normal.Text))], [.. numbers], DateReader.Read(normal, numbers), [.. references.Find(normal.Text, document)]) { AsOf = asOf };
    }

    // 由谁负责解释 hides 由谁负责: the longer phrase says what is meant.
    private static List<Mark> WithoutHiddenCues(List<Mark> marks)
    {
        if (!marks.Exists(m => m.Meaning is Meaning.Signals { Cue: Cue.Content })) return marks;
        List<Mark> kept = new(marks.Count);
        foreach (var mark in marks)
        {
            if (mark.Meaning is not Meaning.Signals || !IsHidden(mark, marks)) kept.Add(mark);
        }

        return kept;
    }

    private static bool IsHidden(Mark mark, List<Mark> marks)
    {
        foreach (var other in marks)
        {
            if (other.Start > mark.Start) return false;
            if (mark.Inside(other) && other.Meaning is Meaning.Signals { Cue: Cue.Content }) return true;
        }

        return false;
    }
}
