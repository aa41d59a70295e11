using System.Text;
using Bot.Answering;
using Bot.Conversations;
using Bot.Hosting;
using Microsoft.Extensions.Configuration;

namespace Bot.Tests.Dialogues;

/// <summary>One conversation with the dialogue of the program; its state is written and read again between the turns, as a store would.</summary>
internal sealed class Talk
{
    private static readonly Lazy<Composition> Shared = new(() =>
        Hosting.Composition.Load(new ConfigurationBuilder().Build(), Parts.Default));

    private string state = Written(ConversationState.Empty);

    /// <summary>The documents, the calculators and the dialogue, made once for all tests.</summary>
    internal static Composition Composition => Shared.Value;

    /// <summary>What the user said, the latest last.</summary>
    internal List<string> Said { get; } = [];

    internal TurnResult Say(string text, DateOnly asOf)
    {
        Said.Add(text);
        var result = Composition.Dialogue.Respond(new Turn("test", "talk", "", text, asOf), ConversationJson.Read(state), "answer", "talk");
        var written = Written(result.State);
        state = Written(ConversationJson.Read(written));
        // Half a surrogate pair is no character; it is kept as a replacement character, and stays one.
        if (IsWhole(result.State.Turns)) Assert.Equal(written, state);
        Assert.Equal(state, Written(ConversationJson.Read(state)));
        return result;
    }

    private static string Written(ConversationState state) => Encoding.UTF8.GetString(ConversationJson.Write(state).Span);

    private static bool IsWhole(IEnumerable<string> texts) => texts.All(t => t.EnumerateRunes().All(r => r != Rune.ReplacementChar));
}
