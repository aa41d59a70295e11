namespace Calculators.Rules;

/// <summary>Puts quotes together for an award.</summary>
internal static class Quotes
{
    /// <summary>The quotes in their order without those whose words stand in an earlier one already.</summary>
    internal static IReadOnlyList<Quote> Distinct(IReadOnlyList<Quote> quotes)
    {
        var kept = new List<Quote>();
        foreach (var quote in quotes)
        {
            if (!kept.Any(k => k.Clause == quote.Clause && k.Text.Contains(quote.Text, StringComparison.Ordinal))) kept.Add(quote);
        }

        return kept;
    }
}
