using Bot.Understanding.Marks;
using Knowledge.Index;
using Knowledge.Search;
using Knowledge.Text;

namespace Bot.Understanding;

/// <summary>A message with everything that was found in it, in one pass; spans point into <see cref="Text"/>.</summary>
/// <param name="Normal">The message, normalised, with the way back to what was written.</param>
/// <param name="Marks">Known phrases, in order of where they begin.</param>
/// <param name="Numbers">Numerals.</param>
/// <param name="Dates">Dates.</param>
/// <param name="References">Clauses and sections that are named directly.</param>
internal sealed record Message(
    NormalisedText Normal,
    IReadOnlyList<Mark> Marks,
    IReadOnlyList<NumberReading> Numbers,
    IReadOnlyList<DateReading> Dates,
    IReadOnlyList<ClauseReference> References)
{
    /// <summary>The normalised text.</summary>
    internal string Text => Normal.Text;

    /// <summary>The documents that are named, by title, number or nickname, in order.</summary>
    internal IReadOnlyList<Mention> Documents { get; } = [.. References.Where(r => r is { IsDocument: true, Document: not null }).Select(r => new Mention(r.Document!, r.Span))];

    /// <summary>Whether any phrase signals this.</summary>
    internal bool Has(Cue cue)
    {
        foreach (var mark in Marks)
        {
            if (mark.Meaning is Meaning.Signals signal && signal.Cue == cue) return true;
        }

        return false;
    }

    /// <summary>The user's own words of a stretch.</summary>
    internal string Words(TextSpan span)
    {
        var origin = Normal.Origin(span);
        return Normal.Original.Substring(origin.Start, origin.Length);
    }
}
