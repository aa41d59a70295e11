using System.Text;
using Bot.Answering;
using Bot.Answering.Drafting;
using Bot.Conversations;
using Knowledge.Text;
using Microsoft.Extensions.AI;

namespace Bot.LanguageModel.Phrasing;

/// <summary>
/// One summary on its way through the model: what is sent of it, what may be shown while the reply comes, and what it is in the
/// end. What is shown has passed the checks of its sentence and the guard together with all that was shown before it.
/// </summary>
internal sealed class PhrasedSummary
{
    private readonly Dialogue dialogue;
    private readonly Turn turn;
    private readonly ConversationState state;
    private readonly Reply reply;
    private readonly SummaryText text;
    private readonly SummaryStream stream;
    private readonly Phrasable phrasable;
    private readonly Draft shown;

    /// <summary>Begins with the answer that needs no model.</summary>
    internal PhrasedSummary(Dialogue dialogue, ConnectingWords connecting, Turn turn, ConversationState state, Reply reply)
    {
        (this.dialogue, this.turn, this.state, this.reply) = (dialogue, turn, state, reply);
        phrasable = reply.Phrasable ?? throw new ArgumentException("Nothing of it may be worded.", nameof(reply));
        var documents = dialogue.Documents;
        List<Filling> fillings = [.. reply.Citations.Select((c, i) => Filling.Of(c, i, documents))];
        if (phrasable.Award is { } award) fillings.AddRange(award.Award.Steps.Select((s, i) => Filling.Of(s, i, award.Award, award.Calculator, documents)));
        text = new SummaryText(documents, connecting, fillings);
        stream = new SummaryStream(text, Show);
        shown = new Draft().Add(phrasable.Opening);
        Material = Describe(fillings);
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
        var draft = new Draft().Add(phrasable.Opening).Add(body!).Add(phrasable.Behind);
        dialogue.Closing.End(draft, reply.Citations, turn.AsOf);
        draft.Line().Say(phrasable.Award is { Award.Steps.Count: > 0 } ? SummaryText.NoteOfSteps : SummaryText.Note);
        phrased = new Reply(reply.Kind, draft) { Citations = reply.Citations, Awards = reply.Awards, Suggestions = reply.Suggestions };
        return null;
    }

    private string? Show(Draft sentence)
    {
        shown.Add(sentence);
        if (turn.Show is not { } show) return null;
        var soFar = new Reply(reply.Kind, shown) { Citations = reply.Citations, Awards = reply.Awards };
        if (dialogue.Guard.Fault(shown, Dialogue.Finish(soFar, "", ""), turn, state.Turns) is not null) return "guard";
        show(shown.ToString());
        return null;
    }

    // Of a step the model is told what it is about and not its figures: those are the user's, and nothing to write with.
    private static string Describe(IReadOnlyList<Filling> fillings)
    {
        var text = new StringBuilder();
        foreach (var filling in fillings)
        {
            var words = filling.Draft.ToString();
            text.Append(filling.Placeholder).Append('：').Append(filling.IsStep ? WithoutFigures(words) : words).Append('\n');
        }

        return text.ToString();
    }

    private static string WithoutFigures(string text)
    {
        const char hidden = '□';
        var plain = text.ToCharArray();
        foreach (var number in NumberReader.Read(text)) plain.AsSpan(number.Span.Start, number.Span.Length).Fill(hidden);
        for (var i = 0; i < plain.Length; i++)
        {
            if (char.IsNumber(plain[i])) plain[i] = hidden;
        }

        return new string(plain);
    }
}
