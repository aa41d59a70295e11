using System.Globalization;

namespace Bot.Evaluation;

/// <summary>The scores of a run; shares are between 0 and 1, and 1 where nothing was to be scored.</summary>
internal sealed class Scores(IReadOnlyList<EvaluationResult> results)
{
    /// <summary>The questions scored.</summary>
    internal int Count => results.Count;

    /// <summary>The scores that the contract names, in its order.</summary>
    internal IReadOnlyList<(string Name, decimal Value)> Named { get; } =
    [
        ("kind", Share(results.Select(r => (bool?)r.KindIsRight))),
        ("citation_recall", Share(results.Select(r => r.CitesAll))),
        ("citation_rank1", Share(results.Select(r => r.CitesFirst))),
        ("amount_exact", Share(results.Select(r => r.AmountIsRight))),
        ("amount_wrong", results.Count(r => r.AmountIsWrong)),
        ("refuse_precision", Share(results.Where(r => r.Kind == "refuse").Select(r => (bool?)(r.Question.Kind == "refuse")))),
        ("refuse_recall", Share(results.Where(r => r.Question.Kind == "refuse").Select(r => (bool?)(r.Kind == "refuse")))),
        ("clarify", Share(results.Select(r => r.MissingIsRight))),
        ("verdict", Share(results.Select(r => r.VerdictIsRight))),
        ("validity", Share(results.Select(r => r.ValidityIsRight))),
        ("refuse_with_figure", results.Count(r => r.Kind == "refuse" && (r.Answer.Citations.Count > 0 || r.Answer.Awards.Count > 0))),
        ("withheld", results.Count(r => r.Withheld)),
    ];

    /// <summary>A score as it is printed: shares with four decimals, counts plain.</summary>
    internal static string Print(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static decimal Share(IEnumerable<bool?> outcomes)
    {
        var (right, all) = (0, 0);
        foreach (var outcome in outcomes)
        {
            if (outcome is not { } isRight) continue;
            all++;
            if (isRight) right++;
        }

        return all == 0 ? 1m : (decimal)right / all;
    }
}
