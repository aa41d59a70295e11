using Bot.Answering;
using Bot.Conversations;

namespace Bot.Evaluation;

/// <summary>Runs questions through the dialogue, each in a conversation of its own, without a store.</summary>
internal sealed class Evaluator(Dialogue dialogue, DateOnly today)
{
    internal List<EvaluationResult> Run(IEnumerable<EvaluationQuestion> questions) => [.. questions.Select(Run)];

    private EvaluationResult Run(EvaluationQuestion question)
    {
        var state = ConversationState.Empty;
        TurnResult? last = null;
        foreach (var text in question.Turns)
        {
            last = dialogue.Respond(new Turn("eval", question.Id, "", text, question.AsOf ?? today), state, "eval", question.Id);
            state = last.State;
        }

        return new EvaluationResult(question, last!.Answer, last.Fault is not null);
    }
}
