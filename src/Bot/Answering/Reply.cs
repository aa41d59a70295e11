using Bot.Answering.Drafting;

namespace Bot.Answering;

/// <summary>An answer that is put together and not yet guarded: the text in pieces, and all the rest.</summary>
/// <param name="Kind">What kind of answer it is.</param>
/// <param name="Draft">The text.</param>
internal sealed record Reply(AnswerKind Kind, Draft Draft)
{
    internal IReadOnlyList<Citation> Citations { get; init; } = [];

    internal IReadOnlyList<CitedAward> Awards { get; init; } = [];

    internal IReadOnlyList<string> Missing { get; init; } = [];

    internal IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>What of it a language model may word anew, where one is set; null where nothing.</summary>
    internal Phrasable? Phrasable { get; init; }
}

/// <summary>A reply whose quotes, and steps where there is an award, may be joined by a model's words. Figures stand in the pieces alone, which code fills.</summary>
/// <param name="Opening">What stands before, always.</param>
/// <param name="Award">The award whose steps are joined; null where there is none.</param>
/// <param name="Behind">What stands behind, always: caveats, and what is open.</param>
internal sealed record Phrasable(Draft Opening, CitedAward? Award, Draft Behind);
