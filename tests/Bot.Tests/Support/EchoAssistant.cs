using Bot.Answering;
using Bot.Api;
using Bot.Conversations;
using Bot.Hosting;
using Bot.Store;
using Bot.Store.Records;
using Calculators.Rules;
using Knowledge.Citations;

namespace Bot.Tests.Support;

/// <summary>Answers every turn with what it was told and one award, and records it: enough to see what the doors do.</summary>
internal sealed class EchoAssistant(Composition composition, IStore store, TimeProvider time) : IAssistant
{
    public async Task<Answer> AskAsync(Turn turn, CancellationToken cancellation)
    {
        var id = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray());
        var calculator = composition.Catalogue.Find("top100-listing")!;
        var facts = Facts.None.With(calculator.Inputs[0], "software-it").With(calculator.Inputs[1], true);
        var citation = composition.Citations.Cite(new ClauseId("xunwu-51", "2"), "一次性给予100万元奖励", turn.AsOf);
        var answer = new Answer(id, turn.ConversationId ?? "new", turn.Text == "你好" ? AnswerKind.Smalltalk : AnswerKind.Award, turn.Text);
        if (answer.Kind == AnswerKind.Award)
        {
            answer = answer with
            {
                Citations = [citation],
                Awards = [composition.Citations.Cite(calculator.Calculate(facts), calculator, turn.AsOf)],
                Validity = citation.Validity,
                Suggestions = [turn.Channel],
            };
        }

        var now = time.GetUtcNow();
        await store.SaveTurnAsync(
            new KeptTurn(
                id, turn.Channel, answer.ConversationId, now, turn.AsOf, AnswerJson.Name(answer.Kind), turn.Text, AnswerJson.Bytes(answer), composition.Documents.Version,
                "[]"u8.ToArray(), "{}"u8.ToArray()),
            cancellation);
        return answer;
    }
}
