using Bot.Understanding.Marks;
using Calculators.Awards;
using Calculators.Rules;
using Knowledge.Citations;
using Knowledge.Text;

namespace Bot.Understanding;

/// <summary>One award to answer with: the facts decided it.</summary>
/// <param name="Calculator">The calculator.</param>
/// <param name="Award">What it found; the same for every value that vague words allow.</param>
/// <param name="Facts">The facts it was found from.</param>
/// <param name="Vague">The user's own vague words, where there were any.</param>
internal sealed record DecidedAward(Calculator Calculator, Award Award, Facts Facts, IReadOnlyList<VagueWords> Vague);

/// <summary>Words of the user that bound a value without fixing it.</summary>
internal sealed record VagueWords(Input Input, string Words);

/// <summary>A time at which a condition was met, in the user's words.</summary>
/// <param name="Words">The words.</param>
/// <param name="Date">The date that they give, or a part of it; null where they give none.</param>
/// <param name="YearsAgo">How many years before the day asked about; null where the words are no such.</param>
internal sealed record MetTime(string Words, DateReading? Date, int? YearsAgo);

/// <summary>A figure that the user took for granted and that may be wrong.</summary>
internal sealed record Claim(TextSpan Span, string Words, NumberReading Number);

/// <summary>Why the documents do not answer.</summary>
internal enum RefusalReason
{
    /// <summary>Nothing in the documents speaks of it.</summary>
    NotInDocuments,

    /// <summary>Another place's policy.</summary>
    Elsewhere,

    /// <summary>A clause that does not exist.</summary>
    NoSuchClause,

    /// <summary>Something that is never done: forging, giving out instructions, confirming a demanded sum.</summary>
    Forbidden,
}

/// <summary>What kind of small talk.</summary>
internal enum SmalltalkKind
{
    Greeting,
    Thanks,
    Farewell,
    Help,
    Identity,
    HandOver,
    Reset,
}

/// <summary>What a message asks for; decided by code alone.</summary>
internal abstract record Intent
{
    private Intent() { }

    /// <summary>Greetings, thanks, help.</summary>
    internal sealed record Smalltalk(SmalltalkKind Kind) : Intent;

    /// <summary>The documents do not answer it.</summary>
    internal sealed record Refuse(RefusalReason Reason, string? Document, string? Words) : Intent
    {
        /// <summary>The clause that came close to being an answer, if any did.</summary>
        internal ClauseId? Near { get; init; }
    }

    /// <summary>Awards that are decided.</summary>
    internal sealed record Awards(IReadOnlyList<DecidedAward> Decided, IReadOnlyList<Claim> Claims) : Intent;

    /// <summary>An input is missing; the first is asked for.</summary>
    internal sealed record Clarify(Calculator Calculator, IReadOnlyList<Input> Missing, Input? Vague, string? VagueWords) : Intent;

    /// <summary>An enterprise asks for money that goes to regions.</summary>
    internal sealed record WrongAsker(Calculator Calculator) : Intent;

    /// <summary>Clauses named directly or found; the best first.</summary>
    /// <param name="Ids">The clauses.</param>
    /// <param name="Query">What to look for in them.</param>
    /// <param name="Whole">Whether the whole wording is wanted.</param>
    /// <param name="Claims">Figures that the user took for granted.</param>
    internal sealed record Clauses(IReadOnlyList<ClauseId> Ids, string Query, bool Whole, IReadOnlyList<Claim> Claims) : Intent
    {
        /// <summary>What was asked for and the clauses leave open.</summary>
        internal IReadOnlyList<Meaning.AsksOpenPoint> OpenPoints { get; init; } = [];

        /// <summary>Whether it was asked who pays, and the clause does not say it.</summary>
        internal bool LeavesPayerOpen { get; init; }

        /// <summary>Clauses whose headings are listed as well: all that a document has.</summary>
        internal IReadOnlyList<ClauseId> Listed { get; init; } = [];

        /// <summary>Whether they were found by a search that came close to finding nothing.</summary>
        internal bool Barely { get; init; }
    }

    /// <summary>The gist of clauses.</summary>
    internal sealed record Summary(IReadOnlyList<ClauseId> Ids, string Query) : Intent;

    /// <summary>The gist of awards that were reckoned before.</summary>
    internal sealed record AwardSummary(IReadOnlyList<DecidedAward> Decided) : Intent;

    /// <summary>Which body is in charge of clauses.</summary>
    internal sealed record Department(IReadOnlyList<ClauseId> Ids) : Intent;

    /// <summary>Which clauses a body is in charge of.</summary>
    internal sealed record DepartmentClauses(string Unit, IReadOnlyList<ClauseId> Ids) : Intent;

    /// <summary>Whether a document applies.</summary>
    internal sealed record Validity(string Document, IReadOnlyList<ClauseId> Ids) : Intent
    {
        /// <summary>When a condition was met, where it is asked whether that counts.</summary>
        internal MetTime? Met { get; init; }
    }
}
