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

    /// <summary>The citation of a calculator's quote.</summary>
    /// <exception cref="ArgumentException">There is no such clause, or the words do not stand in it.</exception>
    internal Citation Cite(Quote quote, DateOnly asOf) => Cite(ClauseId.Parse(quote.Clause), quote.Text, asOf);

    /// <summary>The award with a citation for each of its quotes, in order, and with the validity of the document that gives it.</summary>
    /// <exception cref="ArgumentException">A quote does not stand in its clause.</exception>
    internal CitedAward Cite(Award award, Calculator calculator, DateOnly asOf) =>
        new(award, calculator, [.. award.Quotes.Distinct().Select(q => Cite(q, asOf))], Validity(ClauseId.Parse(calculator.Clause), asOf));

    /// <summary>The validity of the document that a clause belongs to.</summary>
    /// <exception cref="ArgumentException">There is no such document.</exception>
    internal ValidityNote Validity(ClauseId clause, DateOnly asOf) =>
        ValidityWording.Note(documents.FindDocument(clause.Document) ?? throw new ArgumentException($"There is no document {clause.Document}.", nameof(clause)), asOf);
}
