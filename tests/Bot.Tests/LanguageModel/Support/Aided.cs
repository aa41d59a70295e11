using Bot.Answering;
using Bot.Conversations;
using Bot.LanguageModel;
using Bot.Tests.Dialogues;
using Bot.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.LanguageModel.Support;

/// <summary>The dialogue of the program with the stand-in beside it, and what it would say without.</summary>
internal sealed class Aided : IDisposable
{
    internal static readonly DateOnly Today = new(2022, 10, 1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly ModelStandIn model;
    private readonly ModelAid aid;

    internal Aided(ModelStandIn model, params (string Name, string Value)[] settings)
    {
        this.model = model;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("LanguageModel:Endpoint", model.Endpoint),
            new("LanguageModel:ApiKey", "sk-secret"),
            new("LanguageModel:Model", "scripted"),
            .. settings.Select(s => new KeyValuePair<string, string?>("LanguageModel:" + s.Name, s.Value)),
        ]).Build();
        aid = ModelServices.Create(configuration, Talk.Composition, Time, NullLogger.Instance)!;
    }

    internal static Dialogue Dialogue => Talk.Composition.Dialogue;

    internal VirtualTime Time { get; } = new(FixedTime.FirstOctober.GetUtcNow());

    internal ModelAid Aid => aid;

    /// <summary>What was shown of the last answer while it formed.</summary>
    internal Shown Shown { get; private set; } = new();

    /// <summary>What is answered with the model behaving like this. A slow one is waited for on the test's own clock.</summary>
    internal async Task<TurnResult> AskAsync(string text, Script script, ConversationState? state = null, DateOnly? asOf = null)
    {
        model.Next = script;
        var asked = model.Asked.Count;
        Shown = new Shown();
        var turn = aid.RespondAsync(Dialogue, Turn(text, asOf) with { Show = Shown.Add }, state ?? ConversationState.Empty, "a", "c", CancellationToken.None);
        if (script.IsSlow)
        {
            // The question has reached the model; from now on nothing but the clock ends the wait.
            while (model.Asked.Count == asked && !turn.IsCompleted) await Task.Delay(1);
            Time.Advance(TimeSpan.FromMilliseconds(2500));
        }

        return await turn.WaitAsync(Longest);
    }

    /// <summary>What is answered without a model.</summary>
    internal static TurnResult Plain(string text, ConversationState? state = null, DateOnly? asOf = null) =>
        Dialogue.Respond(Turn(text, asOf), state ?? ConversationState.Empty, "a", "c");

    public void Dispose() => aid.Dispose();

    private static Turn Turn(string text, DateOnly? asOf) => new("test", "c", "", text, asOf ?? Today);
}
