namespace Bot.Channels.Web.Locating;

/// <summary>Whether a stretch of text stands in both, only in the clause, or only in what was pasted.</summary>
internal enum Standing
{
    /// <summary>In both.</summary>
    Same,

    /// <summary>In the clause, and left out of what was pasted.</summary>
    Missing,

    /// <summary>In what was pasted, and not in the clause.</summary>
    Added,
}

/// <summary>A stretch of text.</summary>
internal sealed record Segment(Standing Standing, string Text);

/// <summary>The part of a clause that a passage resembles most, with every difference.</summary>
/// <param name="Offset">Where that part begins in the clause's text.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Distance">How many characters were left out or added.</param>
/// <param name="Segments">Both read as one.</param>
internal sealed record Alignment(int Offset, int Length, int Distance, IReadOnlyList<Segment> Segments)
{
    /// <summary>Finds it: fewest characters left out or added, the clause's beginning and end being free.</summary>
    /// <param name="passage">What was pasted; time and space grow with both lengths multiplied, so the caller bounds them.</param>
    /// <param name="clause">The clause's text.</param>
    internal static Alignment Find(string passage, string clause)
    {
        var cost = Costs(passage, clause);
        var end = 0;
        for (var j = 1; j <= clause.Length; j++)
        {
            if (cost[passage.Length, j] < cost[passage.Length, end]) end = j;
        }

        return Trace(passage, clause, cost, end);
    }

    private static ushort[,] Costs(string passage, string clause)
    {
        var cost = new ushort[passage.Length + 1, clause.Length + 1];
        for (var i = 1; i <= passage.Length; i++)
        {
            cost[i, 0] = (ushort)i;
            for (var j = 1; j <= clause.Length; j++)
            {
                cost[i, j] = passage[i - 1] == clause[j - 1]
                    ? cost[i - 1, j - 1]
                    : (ushort)(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
            }
        }

        return cost;
    }

    private static Alignment Trace(string passage, string clause, ushort[,] cost, int end)
    {
        List<(Standing Standing, char Character)> reversed = [];
        var (i, j) = (passage.Length, end);
        while (i > 0)
        {
            if (j > 0 && passage[i - 1] == clause[j - 1] && cost[i, j] == cost[i - 1, j - 1])
            {
                reversed.Add((Standing.Same, clause[--j]));
                i--;
            }
            else if (cost[i, j] == cost[i - 1, j] + 1)
            {
                reversed.Add((Standing.Added, passage[--i]));
            }
            else
            {
                reversed.Add((Standing.Missing, clause[--j]));
            }
        }

        reversed.Reverse();
        return new Alignment(j, end - j, cost[passage.Length, end], Join(reversed));
    }

    private static List<Segment> Join(List<(Standing Standing, char Character)> characters)
    {
        List<Segment> segments = [];
        for (var start = 0; start < characters.Count;)
        {
            var stop = start;
            while (stop < characters.Count && characters[stop].Standing == characters[start].Standing) stop++;
            segments.Add(new Segment(characters[start].Standing, string.Concat(characters[start..stop].Select(c => c.Character))));
            start = stop;
        }

        return segments;
    }
}
