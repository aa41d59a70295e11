using System.Globalization;
using Calculators.Rules;
using Knowledge.Citations;
using Knowledge.Corpus;
using Knowledge.Text;

namespace Bot.Hosting;

/// <summary>Refuses to start where a calculator's figure is not the one that its quote states.</summary>
internal static class FigureCheck
{
    /// <summary>Verifies every figure of every calculator.</summary>
    /// <exception cref="StartException">The first figure that is wrong, with both wordings.</exception>
    internal static void Verify(Catalogue catalogue, DocumentSet documents)
    {
        foreach (var calculator in catalogue.Calculators)
        {
            if (Clause(calculator.Clause, documents) is null) throw new StartException($"{File(calculator.Clause, documents)}{calculator.Name}: there is no clause {calculator.Clause}.");
            foreach (var stated in calculator.Figures)
            {
                if (Fault(stated, documents) is { } fault) throw new StartException($"{File(stated.Quote.Clause, documents)}{stated.Quote.Clause}: {calculator.Name}: {fault}");
            }
        }
    }

    private static string? Fault(IStated stated, DocumentSet documents)
    {
        if (Clause(stated.Quote.Clause, documents) is not { } clause) return "there is no such clause.";
        if (QuoteCheck.Fault(clause.Text, stated.Quote.Text) is { } fault) return fault;
        decimal[] read = [.. NumberReader.Read(stated.Quote.Text).Select(r => r.Value)];
        return read.SequenceEqual(stated.Figures)
            ? null
            : $"the calculator says {Shown(stated.Figures)}, and 「{stated.Quote.Text}」 reads {Shown(read)}.";
    }

    // The file to look into; nothing where no document has that id.
    private static string File(string clause, DocumentSet documents) =>
        ClauseId.Find(clause) is { } id && documents.FindDocument(id.Document) is { File: { Length: > 0 } file } ? file + ": " : "";

    private static Clause? Clause(string id, DocumentSet documents) => ClauseId.Find(id) is { } found ? documents.Find(found) : null;

    private static string Shown(IReadOnlyList<decimal> figures) =>
        figures.Count == 0 ? "no figure" : string.Join(", ", figures.Select(f => f.ToString("0.####", CultureInfo.InvariantCulture)));
}
