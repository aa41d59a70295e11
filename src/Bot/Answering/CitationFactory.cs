using System.Collections.Frozen;
using Bot.Answering.Wording;
using Calculators.Awards;
using Calculators.Rules;
using Knowledge.Citations;
using Knowledge.Corpus;

namespace Bot.Answering;

/// <summary>Joins what the calculators and the dialogue quote with the documents: heading, document and validity.</summary>
internal sealed class CitationFactory(DocumentSet documents)
{
    /// <summary>The citation of words of a clause.</summary>
    /// <exception cref="ArgumentException">There is no such clause, or the words do not stand in it.</exception>
    internal Citation Cite(ClauseId clause, string quote, DateOnly asOf)
    {
        var found = documents.Find(clause) ?? throw new ArgumentException($"There is no clause {clause}.", nameof(clause));
        if (quote.Length == 0 || !found.Text.Contains(quote, StringComparison.Ordinal))
            throw new ArgumentException($"'{quote}' does not stand in {clause}.", nameof(quote));
        var document = documents.DocumentOf(found);
        return new Citation(clause, document.CitedAs, found.Heading, quote, ValidityWording.Note(document, asOf));
    }

    // The ids as calculators write them, so that none is read again for each quote.
    private readonly FrozenDictionary<string, ClauseId> ids = documents.Clauses.ToFrozenDictionary(c => c.Id.ToString(), c => c.Id, StringComparer.Ordinal);

    /// <summary>The citation of a calculator's quote.</summary>
    /// <exception cref="ArgumentException">There is no such clause, or the words do not stand in it.</exception>
    internal Citation Cite(Quote quote, DateOnly asOf) => Cite(Id(quote.Clause), quote.Text, asOf);

    /// <summary>The award with a citation for each of its quotes, in order, and with the validity of the document that gives it.</summary>
    /// <exception cref="ArgumentException">A quote does not stand in its clause.</exception>
    internal CitedAward Cite(Award award, Calculator calculator, DateOnly asOf)
    {
        List<Citation> cited = new(award.Quotes.Count);
        for (var i = 0; i < award.Quotes.Count; i++)
        {
            if (!Stands(award.Quotes[i], award.Quotes, before: i)) cited.Add(Cite(award.Quotes[i], asOf));
        }

        return new CitedAward(award, calculator, cited, Validity(Id(calculator.Clause), asOf));
    }

    private static bool Stands(Quote quote, IReadOnlyList<Quote> quotes, int before)
    {
        for (var i = 0; i < before; i++)
        {
            if (quotes[i] == quote) return true;
        }

        return false;
    }

    private ClauseId Id(string clause) => ids.TryGetValue(clause, out var id) ? id : ClauseId.Parse(clause);

    /// <summary>The validity of the document that a clause belongs to.</summary>
    /// <exception cref="ArgumentException">There is no such document.</exception>
    internal ValidityNote Validity(ClauseId clause, DateOnly asOf) =>
        ValidityWording.Note(documents.FindDocument(clause.Document) ?? throw new ArgumentException($"There is no document {clause.Document}.", nameof(clause)), asOf);
}
