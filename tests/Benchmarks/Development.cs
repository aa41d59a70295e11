using Bot.Conversations;
using Bot.Evaluation;
using Bot.Hosting;
using Microsoft.Extensions.Configuration;

namespace Benchmarks;

/// <summary>The program as it is shipped, and the last turns of the development questions with the talk before them.</summary>
internal sealed class Development
{
    private static readonly DateOnly Today = new(2025, 11, 1);

    internal Development()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Corpus:Folder", Path.Combine(AppContext.BaseDirectory, "corpus"))]).Build();
        Program = Composition.Load(configuration, Parts.Default);
        foreach (var question in EvaluationQuestion.ReadFile(Path.Combine(AppContext.BaseDirectory, "Fixtures", "dev-questions.jsonl")))
        {
            var state = ConversationState.Empty;
            foreach (var text in question.Turns.SkipLast(1)) state = Program.Dialogue.Respond(Turn(question, text), state, question.Id, question.Id).State;
            Turns.Add((Turn(question, question.Turns[^1]), state));
        }
    }

    internal Composition Program { get; }

    internal List<(Turn Turn, ConversationState Before)> Turns { get; } = [];

    private static Turn Turn(EvaluationQuestion question, string text) => new("benchmark", question.Id, "", text, question.AsOf ?? Today);
}
