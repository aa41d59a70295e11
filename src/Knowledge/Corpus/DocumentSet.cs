using System.Collections.Frozen;
using Knowledge.Citations;

namespace Knowledge.Corpus;

/// <summary>All documents of a corpus; never changes.</summary>
public sealed class DocumentSet
{
    private readonly FrozenDictionary<ClauseId, Clause> clauses;
    private readonly FrozenDictionary<string, Document> documents;

    /// <summary>Puts documents together.</summary>
    /// <param name="documents">The documents, in the order in which they are shown.</param>
    /// <param name="version">What tells this corpus from any other: the same words give the same version.</param>
    public DocumentSet(IReadOnlyList<Document> documents, string version)
    {
        ArgumentNullException.ThrowIfNull(documents);
        Documents = documents;
        Version = version;
        Clauses = [.. documents.SelectMany(d => d.Clauses)];
        clauses = Clauses.ToFrozenDictionary(c => c.Id);
        this.documents = documents.ToFrozenDictionary(d => d.Id, StringComparer.Ordinal);
    }

    /// <summary>The documents, in order of their ids.</summary>
    public IReadOnlyList<Document> Documents { get; }

    /// <summary>Every clause of every document, in order.</summary>
    public IReadOnlyList<Clause> Clauses { get; }

    /// <summary>Twelve hexadecimal digits over the words of all files.</summary>
    public string Version { get; }

    /// <summary>The clause; null where there is none of that id.</summary>
    public Clause? Find(ClauseId id) => clauses.GetValueOrDefault(id);

    /// <summary>The document; null where there is none of that id.</summary>
    public Document? FindDocument(string id) => documents.GetValueOrDefault(id);

    /// <summary>The document that a clause belongs to.</summary>
    public Document DocumentOf(Clause clause)
    {
        ArgumentNullException.ThrowIfNull(clause);
        return documents[clause.Id.Document];
    }
}
