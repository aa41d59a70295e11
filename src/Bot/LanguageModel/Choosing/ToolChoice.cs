using System.Text.Json;
using Bot.Answering;
using Bot.Conversations;
using Bot.Inputs;
using Bot.Understanding;
using Bot.Understanding.Deciding;
using Calculators.Rules;
using Microsoft.Extensions.AI;

namespace Bot.LanguageModel.Choosing;

/// <summary>What became of a model's reply: a candidate for code to answer with, or a word that says why there is none.</summary>
/// <param name="Understood">The candidate; null where there is none.</param>
/// <param name="Outcome">As <see cref="ModelNote"/> has it.</param>
/// <param name="Unfounded">How many arguments were not found in the user's words.</param>
internal sealed record ToolChoice(Understood? Understood, string Outcome, int Unfounded)
{
    /// <summary>All that is needed to come to the candidate again; null where there is none.</summary>
    internal KeptChoice? Kept { get; private init; }

    /// <summary>Reads a reply to <c>choose-tool</c>.</summary>
    /// <param name="response">The reply; whatever text stands in it is never looked at.</param>
    /// <param name="dialogue">The dialogue.</param>
    /// <param name="tools">What there was to choose from.</param>
    /// <param name="grounding">Holds the arguments against the user's words.</param>
    /// <param name="message">The user's message.</param>
    /// <param name="state">The conversation before it.</param>
    internal static ToolChoice Read(ChatResponse response, Dialogue dialogue, ToolList tools, Grounding grounding, Message message, ConversationState state)
    {
        FunctionCallContent[] calls = [.. response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>()];
        if (calls.Length == 0) return new ToolChoice(null, Outcomes.Declined, 0);
        // One message asks for one thing; two tools at once are a guess.
        if (calls.Length > 1) return Reject("several-tools");
        if (response.FinishReason == ChatFinishReason.Length) return Reject("cut-off");
        var (name, arguments) = (calls[0].Name, calls[0].Arguments ?? new Dictionary<string, object?>());
        if (!tools.Find(name, out var calculator)) return Reject("unknown-tool");
        if (calculator is not null) return Of(calculator, arguments, grounding, message, state);
        return arguments.TryGetValue(ToolList.Query, out var value) && value is JsonElement { ValueKind: JsonValueKind.String } query
            ? Search(query.GetString()!, dialogue, message, state)
            : Reject("bad-query");
    }

    /// <summary>An award, with the figures that hold.</summary>
    internal static ToolChoice Of(Calculator calculator, IDictionary<string, object?> arguments, Grounding grounding, Message message, ConversationState state)
    {
        var unfounded = 0;
        IReadOnlyList<KeyValuePair<string, int>> figures = [];
        var understood = AwardIntents.ReadAs(message, state, calculator, told =>
        {
            var known = grounding.Add(message, told, arguments, out unfounded);
            figures = FigurePointers.Of(message, calculator, known, arguments);
            return known;
        });
        return understood is null
            ? Reject("no-basis") with { Unfounded = unfounded }
            : new ToolChoice(understood, Outcomes.Used, unfounded) { Kept = new KeptChoice(state.Turns.Count, calculator.Name, null, figures) };
    }

    /// <summary>A search for other words than the user's.</summary>
    internal static ToolChoice Search(string words, Dialogue dialogue, Message message, ConversationState state)
    {
        if (PlainText.Clean(words) is not { Length: > 0 and <= KeptChoices.LongestQuery } query) return Reject("bad-query");
        return dialogue.Intents.Clauses.Search(message, dialogue.Reader.Read(query)) is { } found
            ? new ToolChoice(new Understood(found, state.Known, null), Outcomes.Used, 0) { Kept = new KeptChoice(state.Turns.Count, null, query, []) }
            : Reject("nothing-found");
    }

    private static ToolChoice Reject(string reason) => new(null, $"{Outcomes.Rejected}:{reason}", 0);
}
