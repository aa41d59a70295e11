using Knowledge.Citations;
using Knowledge.Validity;

namespace Knowledge.Corpus;

/// <summary>One official document.</summary>
/// <param name="Id">Its short id, such as <c>xunwu-51</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Number">Its document number (文号); null where it bears none.</param>
/// <param name="CitedAs">How a citation names it: the document number, or the title where there is none.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Issued">The date that it bears.</param>
/// <param name="Published">When it was made public, where that is another date.</param>
/// <param name="Source">Where the wording was taken from.</param>
/// <param name="Ask">The bodies to ask about it, as the document names them.</param>
/// <param name="Windows">The stretches of time in which it has a stated status, in order.</param>
/// <param name="Clauses">Its clauses, in order.</param>
public sealed record Document(
    string Id,
    string Title,
    string? Number,
    string CitedAs,
    string Issuer,
    DateOnly Issued,
    DateOnly? Published,
    string Source,
    IReadOnlyList<string> Ask,
    IReadOnlyList<ValidityWindow> Windows,
    IReadOnlyList<Clause> Clauses)
{
    /// <summary>The clauses to read for 要什么条件, asked of the document as a whole; empty where each clause has conditions of its own.</summary>
    public IReadOnlyList<ClauseId> Conditions { get; init; } = [];

    /// <summary>The clauses to read for 怎么申报, asked of the document as a whole.</summary>
    public IReadOnlyList<ClauseId> Procedure { get; init; } = [];

    /// <summary>The clauses to read for 什么时候到账, where the clause of the award does not say it itself.</summary>
    public IReadOnlyList<ClauseId> Payout { get; init; } = [];

    /// <summary>The name of the file that holds it, for messages; empty where it was made otherwise.</summary>
    public string File { get; init; } = "";
}
