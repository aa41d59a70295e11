using Knowledge.Citations;
using Knowledge.Corpus;
using Knowledge.Text;

namespace Bot.Understanding.Deciding;

/// <summary>The names of sections and clauses (申报要求, 资金使用, 支持方向), with the clauses that stand under each.</summary>
internal sealed class HeadingNames
{
    private const int Shortest = 4;
    private readonly List<(string Name, List<ClauseId> Clauses)> names = [];

    internal HeadingNames(DocumentSet documents)
    {
        foreach (var clause in documents.Clauses)
        {
            for (var level = 0; level < clause.Outline.Count; level++)
            {
                var name = Name(clause.Outline[level]);
                if (name.Length < Shortest) continue;
                var at = names.FindIndex(n => n.Name == name);
                if (at < 0) names.Add((name, [clause.Id]));
                // A clause's own heading means the clause; a section's title means all that stands directly under it.
                else if (!(names[at].Clauses.Count > 0 && clause.Parent is not null)) names[at].Clauses.Add(clause.Id);
            }
        }

        names.Sort((a, b) => b.Name.Length.CompareTo(a.Name.Length));
    }

    /// <summary>The clauses under the longest name that the normalised text holds; none where it holds none.</summary>
    internal List<ClauseId> Find(string text)
    {
        foreach (var (name, clauses) in names)
        {
            if (text.Contains(name, StringComparison.Ordinal)) return clauses;
        }

        return [];
    }

    /// <summary>The clauses under each of several names that the normalised text holds side by side, in its order; none where it holds fewer than two.</summary>
    internal List<ClauseId> FindSeveral(string text)
    {
        List<(int At, int End, List<ClauseId> Clauses)> held = [];
        foreach (var (name, clauses) in names)
        {
            var at = text.IndexOf(name, StringComparison.Ordinal);
            // A shorter name inside a longer one names nothing further.
            if (at >= 0 && !held.Exists(h => at < h.End && h.At < at + name.Length)) held.Add((at, at + name.Length, clauses));
        }

        if (held.Count < 2) return [];
        held.Sort((a, b) => a.At.CompareTo(b.At));
        return [.. held.SelectMany(h => h.Clauses).Distinct()];
    }

    /// <summary>A heading without its number: 三、申报要求, (二)资金使用, 4.支持…</summary>
    internal static string Name(string heading)
    {
        var text = Normaliser.Normalise(heading).Text;
        var start = text.IndexOfAny(['、', ')', '.']);
        return start is >= 0 and <= 4 ? text[(start + 1)..] : text;
    }
}
