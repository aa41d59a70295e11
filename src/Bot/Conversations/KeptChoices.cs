using System.Globalization;
using System.Text.Json;
using Bot.Inputs;

namespace Bot.Conversations;

/// <summary>Writes and reads the choices of a conversation as JSON; they stand only where there are any.</summary>
internal static class KeptChoices
{
    internal const string Name = "choices";

    /// <summary>No door lets a longer query in.</summary>
    internal const int LongestQuery = 60;

    private const int LongestName = 64;
    private const int MostFigures = 64;

    internal static void Write(Utf8JsonWriter json, IReadOnlyList<KeptChoice> choices)
    {
        if (choices.Count == 0) return;
        json.WriteStartArray(Name);
        foreach (var choice in choices)
        {
            json.WriteStartObject();
            json.WriteNumber("rule", KeptChoice.Rule);
            json.WriteNumber("turn", choice.Turn);
            if (choice.Calculator is { } calculator)
            {
                json.WriteString("calculator", calculator);
                json.WriteStartObject("figures");
                foreach (var (input, figure) in choice.Figures) json.WriteNumber(input, figure);
                json.WriteEndObject();
            }
            else
            {
                json.WriteString("query", choice.Query);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Reads them; null where they are none that this program wrote.</summary>
    /// <param name="json">The list.</param>
    /// <param name="turns">How many turns there are.</param>
    internal static IReadOnlyList<KeptChoice>? Read(Json? json, int turns)
    {
        if (json is not Json.List { Items.Count: > 0 } list) return null;
        List<KeptChoice> choices = [];
        foreach (var item in list.Items)
        {
            if (item is not Json.Object body || Choice(body) is not { } choice) return null;
            if (choice.Turn >= turns || (choices.Count > 0 && choice.Turn <= choices[^1].Turn)) return null;
            choices.Add(choice);
        }

        return choices;
    }

    private static KeptChoice? Choice(Json.Object body)
    {
        var fields = new Fields(body, []);
        if (Whole(fields.Take("rule")) != KeptChoice.Rule || Whole(fields.Take("turn")) is not { } turn) return null;
        var (calculator, query, figures) = (fields.Take("calculator"), fields.Take("query"), fields.Take("figures"));
        fields.RefuseRest();
        if (fields.Faults.Count > 0) return null;
        return (calculator, query, figures) switch
        {
            (Json.Text { Value.Length: > 0 and <= LongestName } name, null, Json.Object pointed) when Figures(pointed) is { } found => new KeptChoice(turn, name.Value, null, found),
            (null, Json.Text { Value.Length: > 0 and <= LongestQuery } words, null) => new KeptChoice(turn, null, words.Value, []),
            _ => null,
        };
    }

    private static List<KeyValuePair<string, int>>? Figures(Json.Object pointed)
    {
        if (pointed.Members.Count > MostFigures) return null;
        List<KeyValuePair<string, int>> figures = [];
        foreach (var (input, value) in pointed.Members)
        {
            if (Whole(value) is not { } figure || figures.Exists(f => f.Key == input)) return null;
            figures.Add(new(input, figure));
        }

        return figures;
    }

    // As it is written: 01 and 1.0 are none.
    private static int? Whole(Json? json) =>
        json is Json.Number { Raw: var raw } && int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value.ToString(CultureInfo.InvariantCulture) == raw ? value : null;
}
