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
    // By document and number: the clause itself, or those of the section.
    private readonly Dictionary<(string Document, string Path), IReadOnlyList<ClauseId>> places = [];
    private readonly HashSet<ClauseId> clauses;
    private readonly HashSet<string> withArticles = new(StringComparer.Ordinal);

    internal AddressBook(IReadOnlyList<Document> documents)
    {
        Documents = [.. documents.Select(d => d.Id)];
        clauses = [.. documents.SelectMany(d => d.Clauses).Select(c => c.Id)];
        foreach (var document in documents) Place(document);
        Addresses = [.. documents.SelectMany(d => d.Clauses).SelectMany(Headings).DistinctBy(a => (a.Document, a.Path, a.Name))];
    }

    internal IReadOnlyList<string> Documents { get; }

    internal IReadOnlyList<Address> Addresses { get; }

    /// <summary>Whether a document counts its clauses straight through, as 第一条 … 第十一条 do.</summary>
    internal bool HasArticles(string document) => withArticles.Contains(document);

    /// <summary>Whether a document has exactly this clause.</summary>
    internal bool Has(string document, string number) => clauses.Contains(new ClauseId(document, number));

    /// <summary>The clause with a number, or the clauses of the section; none where there is neither.</summary>
    internal IReadOnlyList<ClauseId> Find(string document, string path) => places.GetValueOrDefault((document, path), []);

    internal static bool IsPath(string number) => number.Length > 0 && number.All(c => char.IsAsciiDigit(c) || c == '.');

    private void Place(Document document)
    {
        var numbers = document.Clauses.Select(c => c.Id.Number).ToList();
        foreach (var number in numbers.Where(IsPath))
        {
            places[(document.Id, number)] = [new ClauseId(document.Id, number)];
            for (var dot = number.LastIndexOf('.'); dot > 0; dot = number.LastIndexOf('.', dot - 1))
            {
                var section = number[..dot];
                if (!clauses.Contains(new ClauseId(document.Id, section)))
                    places[(document.Id, section)] = [.. numbers.Where(n => n.StartsWith(section + ".", StringComparison.Ordinal)).Select(n => new ClauseId(document.Id, n))];
            }
        }

        if (numbers.Exists(IsPath) && !numbers.Exists(n => IsPath(n) && n.Contains('.', StringComparison.Ordinal))) withArticles.Add(document.Id);
    }

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
