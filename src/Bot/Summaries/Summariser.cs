using Bot.Answering;
using Bot.Answering.Wording;
using Bot.Conversations;
using Bot.LanguageModel.Choosing;
using Bot.Summaries.Content;
using Calculators.Rules;
using Knowledge.Corpus;

namespace Bot.Summaries;

/// <summary>Receipt → answer → summary: the conversation is held again, without a store, an id or a clock.</summary>
internal sealed class Summariser(Dialogue dialogue, DocumentSet documents, IReadOnlyList<Calculator> calculators)
{
    private readonly ChosenTurn chosen = new(dialogue, new Grounding(calculators));

    /// <summary>The wording of the documents that summaries are made from now.</summary>
    internal string CorpusVersion => documents.Version;

    /// <summary>The answer to the last turn, and what was known after it.</summary>
    /// <param name="receipt">What was said, and the date.</param>
    /// <param name="answerId">The id that the answer gets.</param>
    /// <param name="conversationId">The id that its conversation gets.</param>
    /// <returns>No answer where a choice of the receipt does not hold.</returns>
    /// <remarks>Earlier turns may have been asked for other dates: a date changes what is said about validity, never what is known.</remarks>
    internal (Answer? Answer, ConversationState State) Replay(Receipt receipt, string answerId = "", string conversationId = "")
    {
        if (receipt.Turns.Count == 0) throw new ArgumentException("A receipt has a turn.", nameof(receipt));
        var state = ConversationState.Empty;
        Answer? answer = null;
        for (var i = 0; i < receipt.Turns.Count; i++)
        {
            var turn = new Turn("", null, "", receipt.Turns[i], receipt.AsOf);
            var choice = receipt.Choices.FirstOrDefault(c => c.Turn == i);
            if ((choice is null ? dialogue.Respond(turn, state, answerId, conversationId) : chosen.Again(choice, turn, state, answerId, conversationId)) is not { } result) return (null, state);
            (answer, state, _) = result;
        }

        return (answer, state);
    }

    /// <summary>The summary of an answer that was replayed from the receipt.</summary>
    internal Summary Summarise(Receipt receipt, Answer answer) => new(
        receipt,
        Conclusion.Of(answer),
        answer.Awards,
        [.. answer.Citations.Distinct()],
        [.. Cited(answer).Select(d => new DocumentNote(Name(d), ValidityWording.Note(d, receipt.AsOf)))],
        [.. answer.Awards.SelectMany(a => a.Award.Caveats).Select(c => c.Text).Distinct()],
        [.. Ask(answer)]);

    private IEnumerable<Document> Cited(Answer answer) =>
        answer.Citations.Select(c => c.Clause.Document).Concat(answer.Awards.SelectMany(a => a.Citations).Select(c => c.Clause.Document)).Distinct().Select(id => documents.FindDocument(id)!);

    // Without a citation nobody is nearer to the matter than those whom the documents themselves name.
    private IEnumerable<string> Ask(Answer answer)
    {
        foreach (var document in answer.Citations.Count > 0 ? Cited(answer) : documents.Documents)
        {
            var units = answer.Citations.Select(c => documents.Find(c.Clause)!).Where(c => c.Id.Document == document.Id).SelectMany(c => c.Responsible).Distinct().ToList();
            yield return units.Count > 0
                ? $"{document.CitedAs}：{string.Join("、", units)}（责任单位）"
                : $"{document.CitedAs}：{string.Join("、", document.Ask)}";
        }
    }

    private static string Name(Document document) => document.Number is null ? $"《{document.Title}》" : $"《{document.Title}》（{document.Number}）";
}
