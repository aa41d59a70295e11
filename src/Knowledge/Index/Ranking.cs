namespace Knowledge.Index;

/// <summary>What a query finds in an index: the best texts, and how much of the query each covers.</summary>
internal sealed class Ranking(Bm25Index index, Query query)
{
    private Coverage? coverage;

    /// <summary>The places of the best texts with their scores, best first.</summary>
    internal (int Text, float Score)[] Best(int top) => index.Best(query, top);

    /// <summary>Which share a text speaks of, 0 … 1: of all that is asked, and of what in particular is asked for.</summary>
    internal (double Asked, double Specific) Coverage(int text) => (coverage ??= index.Cover(query)).Of(text);
}
