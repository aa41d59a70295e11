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
}
