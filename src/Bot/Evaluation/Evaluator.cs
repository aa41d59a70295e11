using Bot.Answering;
using Bot.Conversations;
using Bot.LanguageModel;

namespace Bot.Evaluation;

/// <summary>Runs questions through the dialogue, each in a conversation of its own, without a store.</summary>
internal sealed class Evaluator(Dialogue dialogue, DateOnly today)
{
    internal List<EvaluationResult> Run(IEnumerable<EvaluationQuestion> questions) => [.. questions.Select(Run)];

    /// <summary>The same with a language model beside the dialogue.</summary>
    internal async Task<List<EvaluationResult>> RunAsync(IEnumerable<EvaluationQuestion> questions, ModelAid model, CancellationToken cancellation)
    {
        List<EvaluationResult> results = [];
        foreach (var question in questions)
        {
            var state = ConversationState.Empty;
            TurnResult? last = null;
            foreach (var text in question.Turns)
            {
                last = await model.RespondAsync(dialogue, Turn(question, text), state, "eval", question.Id, cancellation);
                state = last.State;
            }

            results.Add(new EvaluationResult(question, last!.Answer, last.Fault is not null));
        }

        return results;
    }

    private EvaluationResult Run(EvaluationQuestion question)
    {
        var state = ConversationState.Empty;
        TurnResult? last = null;
        foreach (var text in question.Turns)
        {
            last = dialogue.Respond(Turn(question, text), state, "eval", question.Id);
            state = last.State;
        }

        return new EvaluationResult(question, last!.Answer, last.Fault is not null);
    }

    private Turn Turn(EvaluationQuestion question, string text) => new("eval", question.Id, "", text, question.AsOf ?? today);
}
