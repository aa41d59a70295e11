using System.Buffers;

namespace Knowledge.Index;

/// <summary>What a query finds in an index: the best texts, and how much of the query each covers.</summary>
/// <remarks>Its lists are a thread's and are filled again by the next query: to be disposed of by the method that asked for it.</remarks>
internal sealed class Ranking : IDisposable
{
    // A query longer than any question: its lists are not kept.
    private const int LongestKept = 2048;

    [ThreadStatic]
    private static Ranking? spare;

    private readonly Query query = new();
    private Bm25Index index = null!;
    private Coverage? coverage;
    private float[]? sums;
    private float[]? wanted;
    private (int Text, float Score)[] best = [];

    /// <summary>Reads a query.</summary>
    /// <param name="text">A normalised text.</param>
    /// <param name="index">What to look for it in.</param>
    internal static Ranking Of(string text, Bm25Index index)
    {
        var ranking = spare ?? new Ranking();
        spare = null;
        ranking.index = index;
        index.Read(text, ranking.query);
        return ranking;
    }

    /// <summary>The places of the best texts with their scores, best first; until the next call.</summary>
    internal ReadOnlySpan<(int Text, float Score)> Best(int top)
    {
        var count = index.Best(query, top, ref best);
        return best.AsSpan(0, count);
    }

    /// <summary>The scores of texts that follow each other.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="scores">As many as texts are meant.</param>
    internal void Score(int first, Span<float> scores)
    {
        sums ??= index.Sum(query);
        wanted ??= index.Wanted(query);
        index.Score(first, sums, wanted, scores);
    }

    /// <summary>Which share a text speaks of, 0 … 1: of all that is asked, and of what in particular is asked for.</summary>
    internal (double Asked, double Specific) Coverage(int text) => (coverage ??= index.Cover(query)).Of(text);

    public void Dispose()
    {
        if (sums is not null) ArrayPool<float>.Shared.Return(sums);
        if (wanted is not null) ArrayPool<float>.Shared.Return(wanted);
        (index, coverage, sums, wanted) = (null!, null, null, null);
        if (query.Characters.Terms.Capacity <= LongestKept && best.Length <= LongestKept) spare = this;
    }
}
