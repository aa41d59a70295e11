using System.Collections.Immutable;
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
    ImmutableArray<Mark> Marks,
    ImmutableArray<NumberReading> Numbers,
    IReadOnlyList<DateReading> Dates,
    ImmutableArray<ClauseReference> References)
{
    // A bit for each cue that is signalled: asked for some fifty times a message. There are fewer than 64.
    private readonly ulong cues = Cues(Marks);

    /// <summary>The day that the answer is for; null where the message is read without one.</summary>
    internal DateOnly? AsOf { get; init; }

    /// <summary>The normalised text.</summary>
    internal string Text => Normal.Text;

    /// <summary>The documents that are named, by title, number or nickname, in order.</summary>
    internal IReadOnlyList<Mention> Documents { get; } =
        References.IsEmpty ? [] : [.. References.Where(r => r is { IsDocument: true, Document: not null }).Select(r => new Mention(r.Document!, r.Span))];

    /// <summary>Whether any phrase signals this.</summary>
    internal bool Has(Cue cue) => (cues & Bit(cue)) != 0;

    /// <summary>The user's own words of a stretch.</summary>
    internal string Words(TextSpan span)
    {
        var origin = Normal.Origin(span);
        return Normal.Original.Substring(origin.Start, origin.Length);
    }

    private static ulong Cues(ImmutableArray<Mark> marks)
    {
        var cues = 0UL;
        foreach (var mark in marks)
        {
            if (mark.Meaning is Meaning.Signals signal) cues |= Bit(signal.Cue);
        }

        return cues;
    }

    private static ulong Bit(Cue cue) => 1UL << (int)cue;
}
