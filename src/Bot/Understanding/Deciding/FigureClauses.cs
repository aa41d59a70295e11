using Calculators.Rules;
using Knowledge.Citations;
using Knowledge.Corpus;

namespace Bot.Understanding.Deciding;

/// <summary>The clauses that state an amount: those from which a calculator takes an amount or a rate of money.</summary>
internal sealed class FigureClauses(DocumentSet documents, IReadOnlyList<Calculator> calculators)
{
    private readonly HashSet<string> stating = Stating(calculators);

    // What only regions may apply for is nothing that an enterprise can be told to get.
    private readonly HashSet<string> open = Stating(calculators.Where(c => c.Applicants is null));

    private static HashSet<string> Stating(IEnumerable<Calculator> calculators) =>
        [.. calculators.SelectMany(c => c.Figures).Where(f => f is Stated<global::Calculators.Money.Yuan> or Stated<global::Calculators.Money.Rate>).Select(f => f.Quote.Clause)];

    /// <summary>Those of one document, or those that anybody may apply for where none is named, in order.</summary>
    internal List<ClauseId> Of(string? document) =>
        [.. documents.Clauses.Where(c => document is null ? open.Contains(c.Id.ToString()) : c.Id.Document == document && stating.Contains(c.Id.ToString())).Select(c => c.Id)];
}
