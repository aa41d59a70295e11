using Calculators.Money;
using Calculators.Rules;

namespace Bot.Inputs;

/// <summary>Says in Chinese what an input takes; the same words on every surface.</summary>
internal static class Expected
{
    internal const int LongestName = 100;
    internal const int LongestList = 100;

    internal static readonly string Money = $"0 到 {Yuan.Greatest} 之间的数字，单位为元，最多两位小数，不带引号、正负号和指数，例如 1200000.5";

    internal static string Of(Input input) => input switch
    {
        MoneyInput => Money,
        CountInput => $"0 到 {int.MaxValue} 之间的整数，不带引号和小数点",
        YesNoInput yesNo => $"true（{yesNo.Answers.Yes}）或 false（{yesNo.Answers.No}）",
        ChoiceInput choice => "以下之一：" + string.Join("、", choice.Options.Select(o => $"{o.Value}（{o.Label}）")),
        DateInput => "形如 2025-10-27 的日期",
        AwardListInput => $"1 到 {LongestList} 项的列表，每项写明名称和金额，例如 [{{\"name\":\"县级奖励\",\"amount\":10000}}]",
        _ => throw new NotSupportedException($"{input.Name}: no surface knows a {input.GetType().Name}."),
    };

    internal static string Missing(Input input) => $"请填写{input.Label}，应为{Spaced(Of(input))}。";

    internal static string Wrong(Input input) => $"{input.Label}应为{Spaced(Of(input))}。";

    // Chinese and Latin words or figures stand apart.
    internal static string Spaced(string text) => char.IsAscii(text[0]) ? " " + text : text;

    internal static string OutOfPlace(Input input, OnlyWhere only)
    {
        var option = only.Choice.Options.FirstOrDefault(o => o.Value == only.Value)?.Label ?? only.Value;
        return $"{input.Label}只在{only.Choice.Label}为「{option}」时填写，请去掉这一项。";
    }
}
