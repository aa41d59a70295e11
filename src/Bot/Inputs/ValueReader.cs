using System.Globalization;
using Calculators.Money;
using Calculators.Rules;

namespace Bot.Inputs;

/// <summary>One JSON value → the value of one input, exactly as declared; nothing is guessed or converted.</summary>
internal static class ValueReader
{
    /// <summary>The value that <see cref="Facts.With"/> takes; null where it is wrong, with the faults noted.</summary>
    internal static object? Read(Input input, Json json, Fields fields)
    {
        if (input is AwardListInput && json is Json.List list) return Awards(input, list, fields);
        var value = One(input, json);
        if (value is null) fields.Fault(input.Name, Expected.Wrong(input));
        return value;
    }

    private static object? One(Input input, Json json) => (input, json) switch
    {
        (MoneyInput, Json.Number number) => Yuan.TryParse(number.Raw, out var yuan) ? yuan : null,
        (CountInput, Json.Number number) => Count(number.Raw),
        (YesNoInput, Json.Truth truth) => truth.Value,
        (ChoiceInput choice, Json.Text text) => choice.Options.FirstOrDefault(o => o.Value == text.Value)?.Value,
        (DateInput, Json.Text text) => Day(text.Value),
        _ => null,
    };

    /// <summary>A day written as yyyy-MM-dd; null where it is none.</summary>
    internal static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // Digits alone: no sign, point or exponent, and no zero in front.
    private static int? Count(string raw) =>
        int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && (raw.Length == 1 || raw[0] != '0') ? count : null;

    private static List<NamedAmount>? Awards(Input input, Json.List list, Fields fields)
    {
        if (list.Items.Count is 0 or > Expected.LongestList)
        {
            fields.Fault(input.Name, Expected.Wrong(input));
            return null;
        }

        var before = fields.Faults.Count;
        List<NamedAmount> awards = [];
        for (var i = 0; i < list.Items.Count; i++)
        {
            var place = $"{input.Name}[{i.ToString(CultureInfo.InvariantCulture)}]";
            if (list.Items[i] is Json.Object entry) Add(awards, new Fields(entry, fields.Faults, place + "."));
            else fields.Fault(place, $"{input.Label}的每一项应写明 name（名称）和 amount（金额）。");
        }

        return fields.Faults.Count == before ? awards : null;
    }

    private static void Add(List<NamedAmount> awards, Fields entry)
    {
        var name = entry.Take("name") is Json.Text text && PlainText.Clean(text.Value) is { Length: > 0 and <= Expected.LongestName } clean ? clean : null;
        var amount = entry.Take("amount") is Json.Number number && Yuan.TryParse(number.Raw, out var yuan) ? yuan : (Yuan?)null;
        if (name is null && !entry.IsTwice("name")) entry.Fault("name", $"请填写这一项奖励的名称，1 到 {Expected.LongestName} 个字。");
        if (amount is null && !entry.IsTwice("amount")) entry.Fault("amount", $"请填写这一项奖励的金额，应为{Expected.Spaced(Expected.Money)}。");
        entry.RefuseRest("name", "amount");
        if (name is not null && amount is { } known) awards.Add(new NamedAmount(name, known));
    }
}
