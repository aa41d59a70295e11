using Knowledge.Citations;
using Knowledge.Corpus;
using Knowledge.Index;

namespace Knowledge.Search;

/// <summary>A heading and the clauses that stand under it.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Path">The number, such as 4 or 2.2; null for a clause without one, such as an annex.</param>
/// <param name="Name">The heading without its number, normalised.</param>
/// <param name="Clauses">The clause itself, or those of the section.</param>
internal sealed record Address(string Document, string? Path, string Name, IReadOnlyList<ClauseId> Clauses);

/// <summary>Where clauses are found by number and by heading; made from whatever documents the corpus has.</summary>
internal sealed class AddressBook
{
    private readonly Dictionary<string, List<ClauseId>> clauses;

    internal AddressBook(IReadOnlyList<Document> documents)
    {
        clauses = documents.ToDictionary(d => d.Id, d => d.Clauses.Select(c => c.Id).ToList(), StringComparer.Ordinal);
        Documents = [.. documents.Select(d => d.Id)];
        Addresses = [.. documents.SelectMany(d => d.Clauses).SelectMany(Headings).DistinctBy(a => (a.Document, a.Path, a.Name))];
    }

    internal IReadOnlyList<string> Documents { get; }

    internal IReadOnlyList<Address> Addresses { get; }

    /// <summary>Whether a document counts its clauses straight through, as 第一条 … 第十一条 do.</summary>
    internal bool HasArticles(string document) =>
        clauses[document].Exists(c => IsPath(c.Number)) && !clauses[document].Exists(c => IsPath(c.Number) && c.Number.Contains('.', StringComparison.Ordinal));

    /// <summary>Whether a document has exactly this clause.</summary>
    internal bool Has(string document, string number) => clauses[document].Exists(c => c.Number == number);

    /// <summary>The clause with a number, or the clauses of the section; none where there is neither.</summary>
    internal IReadOnlyList<ClauseId> Find(string document, string path)
    {
        var exact = clauses[document].Where(c => c.Number == path).ToList();
        return exact.Count > 0 ? exact : [.. clauses[document].Where(c => c.Number.StartsWith(path + ".", StringComparison.Ordinal))];
    }

    internal static bool IsPath(string number) => number.Length > 0 && number.All(c => char.IsAsciiDigit(c) || c == '.');

    // The number 2.2.3 stands under three headings: 2, 2.2 and its own.
    private IEnumerable<Address> Headings(Clause clause)
    {
        if (!IsPath(clause.Id.Number))
        {
            if (clause.Outline.Count > 0) yield return new Address(clause.Id.Document, null, Name(clause.Outline[^1]), [clause.Id]);
            yield break;
        }

        var parts = clause.Id.Number.Split('.');
        for (var depth = 1; depth <= parts.Length && parts.Length - depth < clause.Outline.Count; depth++)
        {
            var path = string.Join('.', parts[..depth]);
            yield return new Address(clause.Id.Document, path, Name(clause.Outline[^(parts.Length - depth + 1)]), Find(clause.Id.Document, path));
        }
    }

    private static string Name(string heading)
    {
        var normal = Lexicon.Normal(heading);
        return normal[(HeadingNumber.Read(normal) ?? 0)..];
    }
}
