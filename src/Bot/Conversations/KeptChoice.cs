namespace Bot.Conversations;

/// <summary>
/// What a language model chose for a turn, as far as code took it: a tool, and which figures of the message belong to which input.
/// It holds no value of the model's, so that the turn can be answered again, and the choice be held against the user's words again.
/// </summary>
/// <param name="Turn">Which of the kept messages, from 0.</param>
/// <param name="Calculator">The award's calculator; null for the search.</param>
/// <param name="Query">The words that were searched for; null for an award.</param>
/// <param name="Figures">For an input, in the calculator's order, which number or date of the message, from 0.</param>
internal sealed record KeptChoice(int Turn, string? Calculator, string? Query, IReadOnlyList<KeyValuePair<string, int>> Figures)
{
    /// <summary>The version of how a choice is read; one that is read otherwise is another version.</summary>
    internal const int Rule = 1;

    /// <summary>Whether both chose the same, for whichever turn.</summary>
    internal bool IsSame(KeptChoice other) => (Calculator, Query) == (other.Calculator, other.Query) && Figures.SequenceEqual(other.Figures);
}
