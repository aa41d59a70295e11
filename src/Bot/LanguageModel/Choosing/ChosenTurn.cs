using Bot.Answering;
using Bot.Conversations;
using Bot.Understanding;
using Bot.Understanding.Deciding;

namespace Bot.LanguageModel.Choosing;

/// <summary>
/// A turn that a choice decides: taken while the model is there, and taken again from what was kept, without one. Both go the same
/// way, so that what was not found in the user's words then is not found now either.
/// </summary>
internal sealed class ChosenTurn(Dialogue dialogue, Grounding grounding)
{
    /// <summary>The turn with this choice; the choice's outcome says whether it counts.</summary>
    /// <param name="choice">What was chosen.</param>
    /// <param name="turn">The message.</param>
    /// <param name="state">The conversation before it.</param>
    /// <param name="message">What was read from the message.</param>
    /// <param name="unsure">How it was understood without the choice.</param>
    /// <param name="otherwise">The answer to that.</param>
    internal (TurnResult Result, ToolChoice Choice) Take(ToolChoice choice, Turn turn, ConversationState state, Message message, Understood unsure, TurnResult otherwise)
    {
        if (choice.Understood is not { } understood) return (otherwise, choice);
        var reply = dialogue.Write(turn, message, understood);
        var made = dialogue.Complete(turn, state, message, understood, reply, otherwise.Answer.AnswerId, otherwise.Answer.ConversationId);
        if (made.Fault is not null) return (otherwise, choice with { Outcome = $"{Outcomes.Rejected}:guard" });
        // A question in place of a clause that may well answer is a gain only where the user told something of the award.
        if (unsure.Doubt == Doubt.BarelyAnswers && understood.Intent is not (Intent.Awards or Intent.Clauses) && understood.Known == state.Known) return (otherwise, choice with { Outcome = Outcomes.Declined });
        // The message stands last, and may have pushed out the first.
        var kept = choice.Kept! with { Turn = made.State.Turns.Count - 1 };
        return (made with { State = made.State with { Choices = [.. made.State.Choices, kept] } }, choice);
    }

    /// <summary>The turn answered once more with the choice that was kept for it.</summary>
    /// <returns>Null where the choice does not hold: there was no doubt, no such tool, or the user's words do not say so.</returns>
    internal TurnResult? Again(KeptChoice kept, Turn turn, ConversationState state, string answerId, string conversationId)
    {
        state = dialogue.Current(state);
        var (message, unsure) = dialogue.Understand(turn, state);
        if (unsure.Doubt == Doubt.None || Read(kept, message, state) is not { Outcome: Outcomes.Used } choice || !choice.Kept!.IsSame(kept)) return null;
        var otherwise = dialogue.Complete(turn, state, message, unsure, dialogue.Write(turn, message, unsure), answerId, conversationId);
        if (otherwise.Fault is not null) return null;
        var (result, taken) = Take(choice, turn, state, message, unsure, otherwise);
        return taken.Outcome == Outcomes.Used ? result : null;
    }

    private ToolChoice? Read(KeptChoice kept, Message message, ConversationState state)
    {
        if (kept.Calculator is null) return ToolChoice.Search(kept.Query!, dialogue, message, state);
        return dialogue.Intents.Awards.Find(kept.Calculator) is { } calculator && FigurePointers.Arguments(message, calculator, kept.Figures) is { } arguments
            ? ToolChoice.Of(calculator, arguments, grounding, message, state)
            : null;
    }
}
