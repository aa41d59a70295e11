using Bot.Answering;
using Calculators.Money;
using Calculators.Rules;
using Calculators.Screening;
using Spectre.Console;

namespace Bot.Cli;

/// <summary>Shows a screening to a reader.</summary>
internal static class ScreeningView
{
    internal static void Write(Terminal terminal, ScreeningResult result, Catalogue catalogue, CitationFactory citations, DateOnly asOf)
    {
        var awards = Views.Table("奖励", "结论", "说明", "条款", "有效期");
        foreach (var (award, nearlyMet) in result.Awards)
        {
            var cited = citations.Cite(award, catalogue.Find(award.Calculator)!, asOf);
            awards.AddRow(
                Name(cited.Calculator),
                new Text(nearlyMet ? "只差一项" : AwardView.Result(cited)),
                new Text(string.Join(" ", award.Unmet.Select(u => u.Condition))),
                new Text(cited.Calculator.Clause),
                new Text(Short(cited.Validity)));
        }

        if (result.Awards.Count > 0) terminal.Tables().Write(awards);
        WriteUndecided(terminal, result);
        terminal.Out.WriteLine($"合计：{result.Total.Chinese()}");
        foreach (var caveat in result.Caveats) terminal.Out.WriteLine($"提示：{caveat.Text}");
    }

    private static void WriteUndecided(Terminal terminal, ScreeningResult result)
    {
        if (result.Undecided.Count == 0) return;
        var table = Views.Table("尚不能判断的奖励", "还需要");
        foreach (var (calculator, missing) in result.Undecided)
            table.AddRow(Name(calculator), new Text(string.Join("、", missing.Select(i => $"{i.Label}（{i.Name}）"))));
        terminal.Tables().Write(table);
    }

    private static Text Name(Calculator calculator) => new($"{calculator.Title}\n{calculator.Name}");

    private static string Short(ValidityNote validity) => validity.Status switch
    {
        "in-force" => "有效",
        "unclear" => "待确认",
        "expired" => "已期满",
        _ => "尚未施行",
    };
}
