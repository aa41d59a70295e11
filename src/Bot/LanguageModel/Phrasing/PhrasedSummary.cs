using System.Globalization;
using System.Text;
using Bot.Answering;
using Bot.Answering.Drafting;
using Bot.Conversations;
using Microsoft.Extensions.AI;

namespace Bot.LanguageModel.Phrasing;

/// <summary>
/// One summary on its way through the model: what is sent of it, what may be shown while the reply comes, and what it is in the
/// end. What is shown has passed the checks of its sentence and the guard together with all that was shown before it.
/// </summary>
internal sealed class PhrasedSummary
{
    private const string Opening = "要点如下（「」内均为原文）：";

    private readonly Dialogue dialogue;
    private readonly Turn turn;
    private readonly ConversationState state;
    private readonly Reply reply;
    private readonly SummaryText text;
    private readonly SummaryStream stream;
    private readonly Draft shown = new Draft().Say(Opening).Line();

    /// <summary>Begins with the answer that needs no model.</summary>
    internal PhrasedSummary(Dialogue dialogue, ConnectingWords connecting, Turn turn, ConversationState state, Reply reply)
    {
        (this.dialogue, this.turn, this.state, this.reply) = (dialogue, turn, state, reply);
        var fillings = reply.Citations.Select(Quote).ToList();
        text = new SummaryText(dialogue.Documents, connecting, fillings);
        stream = new SummaryStream(text, Show);
        Material = Describe(reply.Citations);
    }

    /// <summary>What the model is told: the placeholders, with what will stand there.</summary>
    internal string Material { get; }

    /// <summary>The model is at work.</summary>
    internal void Begin() => turn.Show?.Invoke("");

    /// <summary>Takes the next piece of the reply.</summary>
    /// <returns>Whether to go on.</returns>
    internal bool Take(string piece) => stream.Take(piece);

    /// <summary>The reply at its end.</summary>
    /// <param name="finish">Why the model stopped.</param>
    /// <param name="phrased">The answer; null where the text is rejected.</param>
    /// <returns>Why it is rejected; null where it is not.</returns>
    internal string? End(ChatFinishReason? finish, out Reply? phrased)
    {
        phrased = null;
        if (stream.Fault is { } fault) return fault;
        if (finish != ChatFinishReason.Stop) return "cut-off";
        if (text.Read(stream.Whole, out var body) is { } wrong) return wrong;
        var draft = new Draft().Say(Opening).Line().Add(body!);
        dialogue.Closing.End(draft, reply.Citations, turn.AsOf);
        draft.Line().Say(SummaryText.Note);
        phrased = new Reply(reply.Kind, draft) { Citations = reply.Citations, Suggestions = reply.Suggestions };
        return null;
    }

    private string? Show(Draft sentence)
    {
        shown.Add(sentence);
        if (turn.Show is not { } show) return null;
        var soFar = new Reply(reply.Kind, shown) { Citations = reply.Citations };
        if (dialogue.Guard.Fault(shown, Dialogue.Finish(soFar, "", ""), turn, state.Turns) is not null) return "guard";
        show(shown.ToString());
        return null;
    }

    private Filling Quote(Citation quote, int index) => new(
        string.Create(CultureInfo.InvariantCulture, $"{{quote:{index + 1}}}"),
        quote.Clause,
        new Draft().Quote(quote.Clause, quote.Quote).Say("（").Add(new Part.ClauseName(quote.Clause, dialogue.Documents.Find(quote.Clause)!.Outline[^1])).Say("）"));

    private static string Describe(IReadOnlyList<Citation> citations)
    {
        var text = new StringBuilder();
        for (var i = 0; i < citations.Count; i++) text.Append(CultureInfo.InvariantCulture, $"{{quote:{i + 1}}}（{citations[i].Heading}）：{citations[i].Quote}\n");
        return text.ToString();
    }
}
