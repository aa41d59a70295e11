using Bot.Agents;
using Bot.Answering;
using Bot.Conversations;
using Bot.Hosting;
using Bot.LanguageModel.Choosing;
using Bot.LanguageModel.Client;
using Bot.LanguageModel.Phrasing;
using Bot.Privacy;
using Bot.Telemetry;
using Bot.Understanding;
using Bot.Understanding.Deciding;
using Microsoft.Extensions.AI;

namespace Bot.LanguageModel;

/// <summary>
/// A turn with a language model beside it. The model is asked at most once: for a tool where the understanding is unsure, or for
/// words around the quotes and steps of a summary. What it says is a candidate, answered and guarded by the same code as ever; where it says
/// nothing, or anything that does not hold, the answer is the one that needs no model.
/// </summary>
internal sealed partial class ModelAid : IDisposable
{
    // Whoever writes more than this tells a story; it is not sent away.
    private const int LongestSent = 1000;

    private readonly ModelGate gate;
    private readonly ModelOptions options;
    private readonly Masker masker;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly ToolList tools;
    private readonly Grounding grounding;
    private readonly ModelPrompts prompts;

    internal ModelAid(ModelOptions options, ModelPrompts prompts, Composition composition, TimeProvider time, ILogger logger)
    {
        (this.options, this.prompts, masker, this.time, this.logger) = (options, prompts, composition.Masker, time, logger);
        gate = new ModelGate(new OpenAIChat(options), options, time);
        tools = new ToolList(AgentFunctions.Of(composition, new Today(time, null)));
        grounding = new Grounding(composition.Catalogue.Calculators);
    }

    /// <summary>Answers one message, as <see cref="Dialogue.Respond"/> does.</summary>
    internal async Task<TurnResult> RespondAsync(Dialogue dialogue, Turn turn, ConversationState state, string answerId, string conversationId, CancellationToken cancellation)
    {
        state = dialogue.Current(state);
        var (message, understood) = dialogue.Understand(turn, state);
        var reply = dialogue.Write(turn, message, understood);
        var result = dialogue.Complete(turn, state, message, understood, reply, answerId, conversationId);
        if (result.Fault is not null) return result;
        if (understood.Doubt != Doubt.None && message.Text.Length <= LongestSent) return await ChooseAsync(dialogue, turn, state, message, understood, result, cancellation);
        return reply.Phrasable is not null ? await PhraseAsync(dialogue, turn, state, message, understood, reply, result, cancellation) : result;
    }

    public void Dispose() => gate.Dispose();

    private async Task<TurnResult> ChooseAsync(
        Dialogue dialogue, Turn turn, ConversationState state, Message message, Understood unsure, TurnResult otherwise, CancellationToken cancellation)
    {
        var asked = unsure.Intent is Intent.Clarify clarify ? $"程序刚才问：{clarify.Missing[0].Question}\n" : "";
        var started = time.GetTimestamp();
        var step = Steps.Begin(Steps.Model);
        var (response, failure) = await gate.AskAsync(prompts.Choose.Text, $"{asked}用户的消息：\n{masker.Mask(turn.Text)}", tools.Tools, cancellation);
        step?.Dispose();
        var choice = response is null ? new ToolChoice(null, $"{Outcomes.Failed}:{failure}", 0) : ToolChoice.Read(response, dialogue, tools, grounding, message, state);
        var (result, taken) = new ChosenTurn(dialogue, grounding).Take(choice, turn, state, message, unsure, otherwise);
        return Note(result, prompts.Choose, taken.Outcome, taken.Unfounded, time.GetElapsedTime(started));
    }

    private async Task<TurnResult> PhraseAsync(
        Dialogue dialogue, Turn turn, ConversationState state, Message message, Understood understood, Reply reply, TurnResult otherwise, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        var phrased = new PhrasedSummary(dialogue, prompts.Connecting, turn, state, reply);
        // The clauses are public; of the user's own words none is sent.
        var step = Steps.Begin(Steps.Model);
        var (response, failure) = await gate.StreamAsync(prompts.Phrase.Text, phrased.Material, phrased.Begin, phrased.Take, cancellation);
        step?.Dispose();
        var (outcome, result) = response is null
            ? ($"{Outcomes.Failed}:{failure}", otherwise)
            : Phrased(dialogue, turn, state, message, understood, phrased, response, otherwise);
        return Note(result, prompts.Phrase, outcome, 0, time.GetElapsedTime(started));
    }

    private static (string Outcome, TurnResult Result) Phrased(
        Dialogue dialogue, Turn turn, ConversationState state, Message message, Understood understood, PhrasedSummary phrased, ChatResponse response, TurnResult otherwise)
    {
        if (phrased.End(response.FinishReason, out var reply) is { } fault) return ($"{Outcomes.Rejected}:{fault}", otherwise);
        var made = dialogue.Complete(turn, state, message, understood, reply!, otherwise.Answer.AnswerId, otherwise.Answer.ConversationId);
        return made.Fault is null
            ? (Outcomes.Used, made with { Answer = made.Answer with { Generated = true } })
            : ($"{Outcomes.Rejected}:guard", otherwise);
    }

    private TurnResult Note(TurnResult result, Prompt prompt, string outcome, int unfounded, TimeSpan took)
    {
        ModelMeter.Count(prompt.Name, outcome, took);
        Log.Asked(logger, result.Answer.AnswerId, prompt.Name, prompt.Version, outcome, unfounded, (long)took.TotalMilliseconds);
        return result with { Answer = result.Answer with { Model = new ModelNote(prompt.Name, prompt.Version, options.Model, outcome) } };
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Answer {AnswerId}: the language model was asked with {Prompt} {Version}: {Outcome}, {Unfounded} arguments not in the user's words, {Milliseconds} ms.")]
        internal static partial void Asked(ILogger logger, string answerId, string prompt, string version, string outcome, int unfounded, long milliseconds);
    }
}
