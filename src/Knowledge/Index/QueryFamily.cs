using System.Runtime.InteropServices;

namespace Knowledge.Index;

/// <summary>What a query asks for in one family: terms or characters.</summary>
/// <param name="matches">The query's words of the lexicon, in order.</param>
/// <param name="fillers">Its stretches that say nothing of the matter, in order.</param>
/// <param name="frames">Its stretches that any question about an award has, in order.</param>
internal sealed class QueryFamily(List<WordMatch> matches, List<WordMatch> fillers, List<WordMatch> frames)
{
    // As many terms as a question of thirty characters has.
    private const int Usual = 32;

    private int[] unknownIn = [];
    private int match;
    private int filler;
    private int frame;

    /// <summary>The terms that some text has; each once after <see cref="Merge"/>.</summary>
    internal List<QueryTerm> Terms { get; } = new(Usual);

    /// <summary>How many terms that no text has say what in particular is asked for, outside of any match.</summary>
    internal int UnknownSpecific { get; private set; }

    /// <summary>For each match how many terms lie in it that no text has.</summary>
    internal ReadOnlySpan<int> UnknownIn => unknownIn;

    /// <summary>How many terms that no text has lie in no match.</summary>
    internal int Unknown { get; private set; }

    /// <summary>Begins another query, whose words of the lexicon are found.</summary>
    internal void Begin()
    {
        (match, filler, frame, Unknown, UnknownSpecific) = (0, 0, 0, 0, 0);
        Terms.Clear();
        if (unknownIn.Length < matches.Count) unknownIn = new int[matches.Count];
        else Array.Clear(unknownIn);
    }

    /// <summary>Adds what stands in the query; to be called from left to right.</summary>
    /// <param name="id">The term.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="isFigure">Whether it is digits alone, which say how much and not what.</param>
    internal void Add(int id, int start, int end, bool isFigure)
    {
        while (match < matches.Count && matches[match].End < end) match++;
        while (filler < fillers.Count && fillers[filler].End <= start) filler++;
        var aside = filler < fillers.Count && fillers[filler].Start < end;
        while (frame < frames.Count && frames[frame].End <= start) frame++;
        var specific = !aside && !isFigure && !(frame < frames.Count && frames[frame].Start < end);
        var inside = match < matches.Count && matches[match].Start <= start ? match : -1;
        if (id != Vocabulary.Unknown) Terms.Add(new QueryTerm(id, 1, !aside, specific, inside));
        else if (aside) return;
        else if (inside >= 0) unknownIn[inside]++;
        else
        {
            Unknown++;
            if (specific) UnknownSpecific++;
        }
    }

    /// <summary>Adds what the lexicon knows to mean the same.</summary>
    internal void AddSynonym(int id, float weight) => Terms.Add(new QueryTerm(id, weight, false, false, -1));

    /// <summary>Leaves each term once: said twice it counts no more, and what was asked outweighs what the lexicon added.</summary>
    internal void Merge()
    {
        Terms.Sort(static (a, b) => a.Id.CompareTo(b.Id));
        var merged = 0;
        foreach (var term in CollectionsMarshal.AsSpan(Terms))
        {
            if (merged > 0 && Terms[merged - 1].Id == term.Id) Terms[merged - 1] = Stronger(Terms[merged - 1], term);
            else Terms[merged++] = term;
        }

        Terms.RemoveRange(merged, Terms.Count - merged);
    }

    private static QueryTerm Stronger(QueryTerm a, QueryTerm b) =>
        new(a.Id, Math.Max(a.Weight, b.Weight), a.Asked || b.Asked, a.Specific || b.Specific, Math.Max(a.Match, b.Match));
}
