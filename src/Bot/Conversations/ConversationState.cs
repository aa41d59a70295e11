using Bot.Answering;
using Bot.Understanding.Slots;
using Knowledge.Citations;

namespace Bot.Conversations;

/// <summary>What a conversation has come to: what is known, and what was last talked about. Never changes.</summary>
/// <param name="Known">What was said of the calculators' inputs.</param>
/// <param name="Calculator">The award that was last talked about.</param>
/// <param name="Asked">The input that was asked for last and not yet answered.</param>
/// <param name="LastKind">The kind of the last answer.</param>
/// <param name="LastClauses">The clauses that the last answer cited, the main one first.</param>
/// <param name="LastQuery">The user's last message that was about something, normalised.</param>
/// <param name="Turns">The user's messages, the latest last.</param>
internal sealed record ConversationState(
    KnownFacts Known,
    string? Calculator,
    string? Asked,
    AnswerKind? LastKind,
    IReadOnlyList<ClauseId> LastClauses,
    string? LastQuery,
    IReadOnlyList<string> Turns)
{
    /// <summary>How many messages are kept; older ones are forgotten.</summary>
    internal const int MostTurns = 40;

    /// <summary>Nothing said yet.</summary>
    internal static readonly ConversationState Empty = new(KnownFacts.None, null, null, null, [], null, []);

    /// <summary>What a language model chose for some of the messages, in their order; nearly always nothing.</summary>
    internal IReadOnlyList<KeptChoice> Choices { get; init; } = [];

    /// <summary>The document that was last talked about.</summary>
    internal string? Document => LastClauses.Count > 0 ? LastClauses[0].Document : null;

    /// <summary>The same with one message more.</summary>
    internal ConversationState Heard(string text)
    {
        var kept = Math.Min(Turns.Count, MostTurns - 1);
        var turns = new string[kept + 1];
        for (var i = 0; i < kept; i++) turns[i] = Turns[Turns.Count - kept + i];
        turns[kept] = text;
        return Choices.Count == 0 ? this with { Turns = turns } : this with { Turns = turns, Choices = Moved(Turns.Count - kept) };
    }

    // Where the oldest messages are forgotten, so is what was chosen for them.
    private List<KeptChoice> Moved(int forgotten) => [.. Choices.Where(c => c.Turn >= forgotten).Select(c => c with { Turn = c.Turn - forgotten })];
}
