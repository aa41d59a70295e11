using Bot.Telemetry.Prometheus;

namespace Bot.Channels.Web.Usage;

/// <summary>How long answering took in this process since it began: bounds that so many answers kept to, as the histogram knows them.</summary>
/// <param name="Count">How many answers.</param>
/// <param name="Half">Seconds that half of them kept to; null where there are none, or they took longer than the last bound.</param>
/// <param name="NinetyNine">Seconds that 99 of 100 kept to.</param>
internal sealed record AnsweringTime(long Count, double? Half, double? NinetyNine)
{
    private const string Name = "policy_assistant_turn_duration_seconds";

    internal static AnsweringTime Read(Collector collector)
    {
        if (collector.Find(Name) is not { } family) return new AnsweringTime(0, null, null);
        var (count, buckets) = (0L, new long[family.Bounds.Count + 1]);
        foreach (var series in family.All)
        {
            var read = series.Read();
            count += read.Count;
            for (var i = 0; i < buckets.Length; i++) buckets[i] += read.Buckets[i];
        }

        return new AnsweringTime(count, Bound(family.Bounds, buckets, (count + 1) / 2), Bound(family.Bounds, buckets, count - (count / 100)));
    }

    // The least bound below which so many are.
    private static double? Bound(IReadOnlyList<double> bounds, long[] buckets, long many)
    {
        var below = 0L;
        for (var i = 0; i < bounds.Count && many > 0; i++)
        {
            below += buckets[i];
            if (below >= many) return bounds[i];
        }

        return null;
    }
}
