using System.Globalization;
using Bot.Answering;
using Calculators.Awards;
using Calculators.Money;
using Calculators.Rules;

namespace Bot.Summaries.Content;

/// <summary>How an award was reckoned: the result, each step with the words that it rests on, who pays, what else could be read.</summary>
internal static class Reckoning
{
    private const string Section = Sections.Calculation;

    internal static IEnumerable<Block> Of(CitedAward cited)
    {
        var award = cited.Award;
        yield return new Block.Subheading(Section, cited.Calculator.Title);
        yield return new Block.Paragraph(Section, $"结果：{Result(cited)}。");
        foreach (var step in award.Steps)
        {
            yield return new Block.Item(Section, Step(step));
            yield return Words(step.Quote);
        }

        foreach (var unmet in award.Unmet)
        {
            yield return new Block.Item(Section, $"未满足：{unmet.Condition}{Gap(cited.Calculator, unmet)}");
            yield return Words(unmet.Quote);
        }

        foreach (var line in Amounts(award)) yield return new Block.Paragraph(Section, line);
        foreach (var reading in award.Readings)
        {
            yield return new Block.Item(Section, $"条文可作此理解：{reading.Name}，为{reading.Amount.Chinese()}");
            yield return Words(reading.Quote);
        }

        if (award.Next is { } next) yield return new Block.Paragraph(Section, $"还可了解：{next.Text}");
    }

    private static string Step(Step step) =>
        step.Value is { } value && !step.Text.Contains(value.Chinese(), StringComparison.Ordinal) ? $"{step.Text}（计{value.Chinese()}）" : step.Text;

    private static string Result(CitedAward cited) => cited.Award switch
    {
        { Eligible: false } when cited.Calculator.JudgesEligibility => "按所述情况，目前不符合",
        { Eligible: false } => "按所述情况，目前不能享受，金额为0元",
        { IsCeiling: true } award => $"不超过{award.Amount.Chinese()}，这是上限，不是核定金额",
        { Places: { } places } => $"每年{places.ToString(CultureInfo.InvariantCulture)}个名额",
        _ when cited.Calculator.JudgesEligibility => "可以核算的条件均已满足",
        var award => award.Amount.Chinese(),
    };

    private static IEnumerable<string> Amounts(Award award)
    {
        if (award.FirstYearCeiling is { } first) yield return $"首年：不超过{first.Chinese()}";
        if (award.Remainder is { } rest) yield return $"其余：不超过{rest.Chinese()}";
        if (award.Shares.Count > 0) yield return $"资金承担：{string.Join("，", award.Shares.Select(s => s.Payer + s.Amount.Chinese()))}";
        if (award.NotStacked is { Count: > 0 } others) yield return $"不再叠加：{string.Join("，", others.Select(o => o.Name + o.Amount.Chinese()))}";
    }

    // Most conditions say how much is missing; where one does not, it stands behind it.
    private static string Gap(Calculator calculator, Unmet unmet)
    {
        if (unmet.Gap is not { } gap) return "";
        var shown = calculator.Inputs.FirstOrDefault(i => i.Name == unmet.Field) is MoneyInput ? Yuan.Of(gap).Chinese() : gap.ToString("0.##", CultureInfo.InvariantCulture);
        return unmet.Condition.Contains(shown, StringComparison.Ordinal) ? "" : $"（相差{shown}）";
    }

    private static Block.Quotation Words(Quote quote) => new(Section, $"「{quote.Text}」", $"——条款编号 {quote.Clause}");
}
