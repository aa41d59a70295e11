using System.Globalization;
using Bot.Answering;
using Bot.Answering.Drafting;
using Bot.Answering.Guarding;
using Calculators.Awards;
using Calculators.Rules;
using Knowledge.Citations;
using Knowledge.Corpus;

namespace Bot.LanguageModel.Phrasing;

/// <summary>What code puts where the model's text holds a placeholder.</summary>
/// <param name="Placeholder">The placeholder: <c>{quote:1}</c>, <c>{step:2}</c>.</param>
/// <param name="Clause">The clause that says it.</param>
/// <param name="Draft">The words, whole, with the name of the clause behind them.</param>
/// <param name="Beside">Texts whose pieces the model may use in the same sentence.</param>
/// <param name="IsStep">Whether it is a step of a reckoning, which keeps its place among the steps.</param>
internal sealed record Filling(string Placeholder, ClauseId Clause, Draft Draft, IReadOnlyList<string> Beside, bool IsStep)
{
    /// <summary>A quote.</summary>
    internal static Filling Of(Citation quote, int index, DocumentSet documents)
    {
        var clause = documents.Find(quote.Clause)!;
        return new(Name("quote", index), quote.Clause, Named(new Draft().Quote(quote.Clause, quote.Quote), clause), [clause.Text], IsStep: false);
    }

    /// <summary>A step: its ceiling, its rate and its conditions are in its own words.</summary>
    internal static Filling Of(Step step, int index, Award award, Calculator calculator, DocumentSet documents)
    {
        var clause = documents.Find(ClauseId.Parse(step.Quote.Clause))!;
        // Words of the clause beside a figure could say whose it is, or how often; the names of what is spoken of cannot.
        return new(Name("step", index), clause.Id, Named(new Draft().Reckoned(award, AwardTexts.WithoutStop(step)), clause), [clause.Outline[^1], calculator.Title], IsStep: true);
    }

    private static string Name(string kind, int index) => string.Create(CultureInfo.InvariantCulture, $"{{{kind}:{index + 1}}}");

    private static Draft Named(Draft draft, Clause clause) => draft.Say("（").Add(new Part.ClauseName(clause.Id, clause.Outline[^1])).Say("）");
}
