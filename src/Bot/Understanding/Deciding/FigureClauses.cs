using Calculators.Rules;
using Knowledge.Citations;
using Knowledge.Corpus;

namespace Bot.Understanding.Deciding;

/// <summary>The clauses that state an amount: those from which a calculator takes an amount or a rate of money.</summary>
internal sealed class FigureClauses(DocumentSet documents, IReadOnlyList<Calculator> calculators)
{
    private readonly HashSet<string> stating =
        [.. calculators.SelectMany(c => c.Figures).Where(f => f is Stated<global::Calculators.Money.Yuan> or Stated<global::Calculators.Money.Rate>).Select(f => f.Quote.Clause)];

    /// <summary>Those of one document, or of all where none is named, in order.</summary>
    internal List<ClauseId> Of(string? document) =>
        [.. documents.Clauses.Where(c => stating.Contains(c.Id.ToString()) && (document is null || c.Id.Document == document)).Select(c => c.Id)];
}
