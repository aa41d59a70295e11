using System.Globalization;
using Bot.Answering;
using Calculators.Awards;
using Calculators.Money;
using Spectre.Console;

namespace Bot.Cli;

/// <summary>Shows an award to a reader: the result first, then the reckoning, then the words that it rests on.</summary>
internal static class AwardView
{
    internal static void Write(Terminal terminal, CitedAward cited)
    {
        var (output, award) = (terminal.Out, cited.Award);
        output.WriteLine($"{cited.Calculator.Title}（{award.Calculator}）");
        output.WriteLine($"结论：{Result(cited)}");
        foreach (var line in Details(award)) output.WriteLine(line);
        WriteSteps(terminal, award);
        WriteUnmet(terminal, award);
        if (award.Readings.Count > 0) output.WriteLine($"条文可作不同理解：{string.Join("；", award.Readings.Select(r => $"{r.Name}为{r.Amount.Chinese()}"))}");
        if (award.Next is { } next) output.WriteLine($"再进一步：{next.Text}");
        foreach (var caveat in award.Caveats) output.WriteLine($"提示：{caveat.Text}");
        foreach (var citation in cited.Citations) output.WriteLine($"依据：{citation.Clause}「{citation.Quote}」");
        output.WriteLine($"有效期：{cited.Validity.Note}");
    }

    /// <summary>The result in a few words: 可获25万元.</summary>
    internal static string Result(CitedAward cited) => cited.Award switch
    {
        { Eligible: false } => "不符合条件",
        { IsCeiling: true } award => $"最高{award.Amount.Chinese()}（上限，不是核定金额）",
        { Places: { } places } => $"每年{places.ToString(CultureInfo.InvariantCulture)}个名额",
        _ when cited.Calculator.JudgesEligibility => "可核算的条件均已满足",
        var award => $"可获{award.Amount.Chinese()}",
    };

    private static IEnumerable<string> Details(Award award)
    {
        if (award.FirstYearCeiling is { } first) yield return $"首年最高：{first.Chinese()}";
        if (award.Remainder is { } rest) yield return $"其余：{rest.Chinese()}";
        if (award.Shares.Count > 0) yield return $"分担：{string.Join("，", award.Shares.Select(s => s.Payer + s.Amount.Chinese()))}";
        if (award.NotStacked is { Count: > 0 } others) yield return $"不再叠加：{string.Join("，", others.Select(o => o.Name + o.Amount.Chinese()))}";
    }

    private static void WriteSteps(Terminal terminal, Award award)
    {
        if (award.Steps.Count == 0) return;
        var table = Views.Table("计算过程", "金额", "条款");
        foreach (var step in award.Steps) table.AddRow(new Text(step.Text), new Text(step.Value?.Chinese() ?? ""), new Text(step.Quote.Clause));
        terminal.Tables().Write(table);
    }

    private static void WriteUnmet(Terminal terminal, Award award)
    {
        if (award.Unmet.Count == 0) return;
        var table = Views.Table("未满足的条件", "输入项", "条款");
        foreach (var unmet in award.Unmet) table.AddRow(new Text(unmet.Condition), new Text(unmet.Field), new Text(unmet.Quote.Clause));
        terminal.Tables().Write(table);
    }
}
