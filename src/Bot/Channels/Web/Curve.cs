using Calculators.Money;
using Calculators.Rules;

namespace Bot.Channels.Web;

/// <summary>An award as a function of one of its inputs, found by running the calculator: no formula is known here.</summary>
/// <param name="Points">Value and award, in order of the value; two neighbours one unit apart bound a jump.</param>
/// <param name="Jumps">Where the award jumps, and what it is from there on.</param>
/// <param name="Ceiling">What it never exceeds, where it stops growing, and from which value on; null where it does not change at all.</param>
internal sealed record Curve(IReadOnlyList<CurvePoint> Points, IReadOnlyList<CurvePoint> Jumps, CurvePoint? Ceiling)
{
    private const int Samples = 48;

    /// <summary>Draws it.</summary>
    /// <param name="calculator">The calculator.</param>
    /// <param name="facts">Every required input but perhaps <paramref name="over"/>.</param>
    /// <param name="over">A <see cref="MoneyInput"/> or a <see cref="CountInput"/>.</param>
    internal static Curve Draw(Calculator calculator, Facts facts, Input over)
    {
        var most = over is MoneyInput ? (long)Yuan.Greatest.Amount : int.MaxValue;
        decimal Award(long value) => calculator.Calculate(facts.With(over, over is MoneyInput ? Yuan.Of(value) : (int)value)).Amount.Amount;

        if (Saturation(Award, most) is not { } full) return new Curve([], [], null);
        var here = facts.Find(over.Name) switch { Yuan amount => (long)amount.Amount, int count => count, _ => 0L };
        // Somebody far beyond the last step is told so at the edge; drawn to scale, the steps would vanish.
        var end = Math.Max(full + Math.Max(1, full / 4), Math.Min(here + (here / 10), 3 * full));
        var points = new SortedDictionary<long, decimal> { [full] = Award(full) };
        for (var i = 0; i <= Samples; i++)
        {
            var value = (long)((decimal)end * i / Samples);
            points[value] = Award(value);
        }

        List<CurvePoint> jumps = [];
        foreach (var (left, right) in points.Keys.Zip(points.Keys.Skip(1)).ToList())
        {
            if (FindJump(Award, left, right) is not { } jump) continue;
            points[jump - 1] = Award(jump - 1);
            points[jump] = Award(jump);
            jumps.Add(new CurvePoint(jump, points[jump]));
        }

        return new Curve([.. points.Select(p => new CurvePoint(p.Key, p.Value))], jumps, new CurvePoint(full, points[full]));
    }

    // The least value from which on nothing changes any more: looked for at 1, 2, 5, 10, … and then halved.
    private static long? Saturation(Func<long, decimal> award, long most)
    {
        List<long> probes = [0];
        for (var step = 1L; step <= most; step *= 10)
            probes.AddRange(new[] { step, 2 * step, 5 * step }.Where(p => p <= most));
        var awards = probes.ConvertAll(p => award(p));
        var last = awards.Count - 1;
        while (last > 0 && awards[last - 1] == awards[^1]) last--;
        if (last == 0) return null;
        var (low, high) = (probes[last - 1], probes[last]);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (award(middle) == awards[^1]) high = middle;
            else low = middle;
        }

        return high;
    }

    // Null where the award grows evenly, or not at all, between the two.
    private static long? FindJump(Func<long, decimal> award, long left, long right)
    {
        var (low, high) = (left, right);
        var rise = Math.Abs(award(high) - award(low));
        if (rise == 0) return null;
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            var (first, second) = (Math.Abs(award(middle) - award(low)), Math.Abs(award(high) - award(middle)));
            if (Math.Abs(first - second) < rise / 10) return null;
            (low, high) = first > second ? (low, middle) : (middle, high);
        }

        return Math.Abs(award(high) - award(low)) > rise / 2 ? high : null;
    }
}

/// <summary>A value of the input and the award for it, in yuan.</summary>
internal sealed record CurvePoint(long Value, decimal Award);
