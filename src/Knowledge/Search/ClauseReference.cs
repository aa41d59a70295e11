using Knowledge.Citations;
using Knowledge.Text;

namespace Knowledge.Search;

/// <summary>Clauses, or a document, that a message names outright: 第七条, 四(二), 「资金使用」那一款, 51号文.</summary>
/// <param name="Span">Where, in the normalised message.</param>
/// <param name="Document">The document's id; null where several could be meant.</param>
/// <param name="Clauses">The clauses in order; several for a section, none for a whole document and for a clause that does not exist.</param>
/// <param name="Exists">False where the message names a clause that there is not: 第十二条.</param>
public sealed record ClauseReference(TextSpan Span, string? Document, IReadOnlyList<ClauseId> Clauses, bool Exists)
{
    /// <summary>Whether a document is named and no clause of it.</summary>
    public bool IsDocument => Exists && Clauses.Count == 0;
}
