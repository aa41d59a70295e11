using System.Globalization;
using System.Text.Json;
using Bot.Answering;
using Bot.Api;
using Bot.Inputs;
using Bot.Understanding.Slots;
using Calculators.Money;
using Calculators.Rules;
using Knowledge.Citations;

namespace Bot.Conversations;

/// <summary>Writes and reads a conversation's state as JSON; values keep their type (<c>m</c>oney, <c>n</c>umber of things, <c>b</c>ool, <c>s</c>tring, <c>d</c>ate, <c>l</c>ist).</summary>
internal static class ConversationJson
{
    internal static ReadOnlyMemory<byte> Write(ConversationState state) => JsonWords.Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("known");
        foreach (var (name, known) in state.Known.Values)
        {
            json.WriteStartObject(name);
            WriteValue(json, "value", known.Value);
            if (known.High is { } high) WriteValue(json, "high", high);
            if (known.Words.Length > 0) json.WriteString("words", known.Words);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (state.Calculator is { } calculator) json.WriteString("calculator", calculator);
        if (state.Asked is { } asked) json.WriteString("asked", asked);
        if (state.LastKind is { } kind) json.WriteString("lastKind", kind.ToString());
        json.WriteStartArray("lastClauses");
        foreach (var clause in state.LastClauses) json.WriteStringValue(clause.ToString());
        json.WriteEndArray();
        if (state.LastQuery is { } query) json.WriteString("lastQuery", query);
        json.WritePropertyName("turns");
        WriteTurns(json, state.Turns);
        KeptChoices.Write(json, state.Choices);
        json.WriteEndObject();
    });

    internal static ConversationState Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        var root = json.RootElement;
        var known = KnownFacts.None;
        foreach (var fact in root.GetProperty("known").EnumerateObject())
        {
            known = known.With(fact.Name, new Known(
                ReadValue(fact.Value.GetProperty("value")),
                fact.Value.TryGetProperty("high", out var high) ? ReadValue(high) : null,
                Find(fact.Value, "words") ?? ""));
        }

        return new ConversationState(
            known,
            Find(root, "calculator"),
            Find(root, "asked"),
            Find(root, "lastKind") is { } kind ? Enum.Parse<AnswerKind>(kind) : null,
            [.. root.GetProperty("lastClauses").EnumerateArray().Select(c => ClauseId.Parse(c.GetString()!))],
            Find(root, "lastQuery"),
            [.. root.GetProperty("turns").EnumerateArray().Select(t => t.GetString()!)])
        {
            Choices = root.TryGetProperty(KeptChoices.Name, out var choices)
                ? KeptChoices.Read(JsonParser.Read(System.Text.Encoding.UTF8.GetBytes(choices.GetRawText()), out _), root.GetProperty("turns").GetArrayLength()) ?? []
                : [],
        };
    }

    private static string? Find(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    internal static void WriteTurns(Utf8JsonWriter json, IReadOnlyList<string> turns)
    {
        json.WriteStartArray();
        foreach (var turn in turns) json.WriteStringValue(turn);
        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, string name, object value)
    {
        json.WriteStartObject(name);
        switch (value)
        {
            case Yuan yuan: json.WriteString("m", yuan.ToString()); break;
            case int count: json.WriteNumber("n", count); break;
            case bool yes: json.WriteBoolean("b", yes); break;
            case string choice: json.WriteString("s", choice); break;
            case DateOnly day: json.WriteString("d", day.ToString("O", CultureInfo.InvariantCulture)); break;
            case IReadOnlyList<NamedAmount> list:
                json.WriteStartArray("l");
                foreach (var named in list)
                {
                    json.WriteStartObject();
                    json.WriteString("name", named.Name);
                    json.WriteString("amount", named.Amount.ToString());
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                break;
            default: throw new NotSupportedException($"A {value.GetType().Name} is no fact.");
        }

        json.WriteEndObject();
    }

    private static object ReadValue(JsonElement element)
    {
        var value = element.EnumerateObject().First();
        return value.Name switch
        {
            "m" => Money(value.Value),
            "n" => value.Value.GetInt32(),
            "b" => value.Value.GetBoolean(),
            "s" => value.Value.GetString()!,
            "d" => DateOnly.ParseExact(value.Value.GetString()!, "O", CultureInfo.InvariantCulture),
            "l" => (IReadOnlyList<NamedAmount>)[.. value.Value.EnumerateArray().Select(e => new NamedAmount(e.GetProperty("name").GetString()!, Money(e.GetProperty("amount"))))],
            _ => throw new FormatException($"'{value.Name}' is no kind of fact."),
        };
    }

    private static Yuan Money(JsonElement element) => Yuan.TryParse(element.GetString(), out var yuan) ? yuan : throw new FormatException("That is no amount.");
}
