using System.Text;
using Bot.Api;
using Bot.Inputs;

namespace Bot.Conversations;

/// <summary>What was said, as it is kept beside an answer: a list of messages, or, where a model's choice decided one, messages and choices.</summary>
internal static class TurnsJson
{
    private const string Turns = "turns";

    /// <summary>The messages and the choices; none of either where it is nothing that this program wrote.</summary>
    internal static (IReadOnlyList<string> Turns, IReadOnlyList<KeptChoice> Choices) Read(string text)
    {
        var json = JsonParser.Read(Encoding.UTF8.GetBytes(text), out _);
        if (json is Json.List plain) return (Messages(plain), []);
        if (json is not Json.Object both) return ([], []);
        var fields = new Fields(both, []);
        return fields.Take(Turns) is Json.List list && Messages(list) is { Count: > 0 } turns && KeptChoices.Read(fields.Take(KeptChoices.Name), turns.Count) is { } choices
            ? (turns, choices)
            : ([], []);
    }

    /// <summary>The same as JSON in UTF-8.</summary>
    internal static ReadOnlyMemory<byte> Write(ConversationState state) => state.Choices.Count == 0
        ? JsonWords.Bytes(json => ConversationJson.WriteTurns(json, state.Turns))
        : JsonWords.Bytes(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName(Turns);
            ConversationJson.WriteTurns(json, state.Turns);
            KeptChoices.Write(json, state.Choices);
            json.WriteEndObject();
        });

    private static List<string> Messages(Json.List list) => list.Items.All(i => i is Json.Text) ? [.. list.Items.Cast<Json.Text>().Select(t => t.Value)] : [];
}
