namespace Benchmarks;

/// <summary>The customary measures of ranked retrieval, as means over all queries.</summary>
internal sealed class Quality
{
    private static readonly int[] Cuts = [1, 3, 5, 10, 100];

    private readonly double[] recall = new double[Cuts.Length];
    private double reciprocal;
    private double gain;
    private int queries;

    /// <summary>Takes in what one query found, best first.</summary>
    internal void Add(IReadOnlyList<string> found, IReadOnlyList<string> relevant)
    {
        var wanted = relevant.ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0) return;
        queries++;
        var ranks = Enumerable.Range(0, found.Count).Where(i => wanted.Contains(found[i])).Select(i => i + 1).ToList();
        for (var i = 0; i < Cuts.Length; i++) recall[i] += ranks.Count(r => r <= Cuts[i]) / (double)wanted.Count;
        if (ranks.Count > 0 && ranks[0] <= 10) reciprocal += 1d / ranks[0];
        var ideal = Enumerable.Range(1, Math.Min(10, wanted.Count)).Sum(Discount);
        gain += ranks.Where(r => r <= 10).Sum(Discount) / ideal;
    }

    /// <summary>R@k is the share of a query's relevant texts among the first k.</summary>
    internal IEnumerable<(string Name, double Value)> Means() =>
    [
        .. Cuts.Select((cut, i) => ($"R@{cut}", Mean(recall[i]))),
        ("MRR@10", Mean(reciprocal)),
        ("nDCG@10", Mean(gain)),
    ];

    private double Mean(double sum) => queries == 0 ? 0 : sum / queries;

    private static double Discount(int rank) => 1 / Math.Log2(rank + 1);
}
