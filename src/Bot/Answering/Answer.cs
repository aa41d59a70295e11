using Calculators.Awards;
using Calculators.Rules;
using Knowledge.Citations;

namespace Bot.Answering;

/// <summary>What kind of answer was given.</summary>
internal enum AnswerKind
{
    /// <summary>A calculator produced the figure.</summary>
    Award,

    /// <summary>Clauses answer.</summary>
    Clause,

    /// <summary>Clauses, summarised on request.</summary>
    Summary,

    /// <summary>Inputs are missing and asked for.</summary>
    Clarify,

    /// <summary>The documents do not answer it.</summary>
    Refuse,

    /// <summary>Greetings, thanks, help.</summary>
    Smalltalk,
}

/// <summary>The status of a document on the day asked about, with a sentence that says so.</summary>
/// <param name="Status"><c>in-force</c>, <c>unclear</c>, <c>expired</c> or <c>not-yet</c>.</param>
/// <param name="Note">One sentence in Chinese.</param>
internal sealed record ValidityNote(string Status, string Note);

/// <summary>A clause and the words of it that support an answer.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Document">How the document is cited: its number or its title.</param>
/// <param name="Heading">The clause's heading.</param>
/// <param name="Quote">A verbatim substring of the clause's text.</param>
/// <param name="Validity">Whether the document applies on the day asked about.</param>
internal sealed record Citation(ClauseId Clause, string Document, string Heading, string Quote, ValidityNote Validity);

/// <summary>An award with the citations and the validity that only the host knows.</summary>
internal sealed record CitedAward(Award Award, Calculator Calculator, IReadOnlyList<Citation> Citations, ValidityNote Validity);

/// <summary>What the assistant answers to one turn.</summary>
/// <param name="AnswerId">At least 128 random bits.</param>
/// <param name="ConversationId">The conversation that it belongs to.</param>
/// <param name="Kind">What kind of answer it is.</param>
/// <param name="Text">Plain Chinese, complete in itself.</param>
internal sealed record Answer(string AnswerId, string ConversationId, AnswerKind Kind, string Text)
{
    /// <summary>Its JSON, once it was written: what is recorded and what is sent are the same bytes.</summary>
    internal WrittenAnswer Written { get; } = new();

    /// <summary>The citations, the one that supports the answer most first.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>The awards, in the order in which they were asked for.</summary>
    public IReadOnlyList<CitedAward> Awards { get; init; } = [];

    /// <summary>The names of all required inputs that are still absent.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>What the user may say next.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>The validity of the first citation; null where there is none.</summary>
    public ValidityNote? Validity { get; init; }

    /// <summary>Whether a language model worded the text.</summary>
    public bool Generated { get; init; }

    /// <summary>Which prompt a language model was given and what came of it; null where none was asked.</summary>
    public ModelNote? Model { get; init; }
}

/// <summary>What a language model had to do with an answer.</summary>
/// <param name="Prompt">The prompt's name.</param>
/// <param name="Version">The prompt's version and the beginning of its hash.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Outcome"><c>used</c>, <c>declined</c>, or <c>rejected:</c> and <c>failed:</c> with the reason.</param>
internal sealed record ModelNote(string Prompt, string Version, string Model, string Outcome);
