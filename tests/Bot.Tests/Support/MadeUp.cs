using Bot.Hosting;
using Calculators.Awards;
using Calculators.Money;
using Calculators.Rules;

namespace Bot.Tests.Support;

/// <summary>A third document and its calculator, such as a policy officer might add: nothing else in the program knows of them.</summary>
internal static class MadeUp
{
    internal const string Words = "一、支持灯塔工厂。对每座灯塔工厂给予30万元补助，联合申报的须注明牵头单位。";

    internal const string Document = $$"""
        ---
        document: tower-9
        title: 测试县灯塔工厂办法
        number: 测府字〔2024〕9号
        issuer: 测试县人民政府
        issued: 2024-01-10
        signature: 测试县人民政府2024年1月10日
        source: 测试
        ask: [县工信局]
        clauses: ["1"]
        validity:
          - status: in-force
            from: { date: 2024-01-10, clause: signature, quote: 2024年1月10日, reads: day }
            to: { date: 2024-01-10, clause: signature, quote: 2024年1月10日, reads: day }
        ---

        # 测试县灯塔工厂办法

        ## 一、支持灯塔工厂 {#1}

        {{Words}}

        """;

    internal static readonly Catalogue Catalogue = new([.. Calculators.Rules.Catalogue.Default.Calculators, new TowerGrant()]);

    /// <summary>The program with the calculator; its corpus folder must hold the document.</summary>
    internal static Parts Parts => new(Catalogue, FixedTime.FirstOctober);

    /// <summary>Writes the shipped corpus and the third document into a folder.</summary>
    internal static void WriteCorpus(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "corpus"))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        File.WriteAllText(Path.Combine(folder, "tower-9.md"), Document);
    }
}

/// <summary>30万元 a tower; joint applicants name their lead.</summary>
internal sealed class TowerGrant : Calculator
{
    internal static readonly CountInput Towers = new("towers", "灯塔工厂数量", "请问有几座灯塔工厂？") { Units = ["座"] };
    internal static readonly ChoiceInput Mode = new("applyMode", "申报方式", "请问是单独还是联合申报？") { Options = [new("alone", "单独"), new("together", "联合")] };
    internal static readonly YesNoInput Lead = new("leadNoted", "注明牵头单位", "请问注明了牵头单位吗？") { OnlyWhere = new OnlyWhere(Mode, "together") };
    internal static readonly DateInput Day = new("appliedOn", "申报日期", "请问哪天申报？") { Required = false };
    private static readonly Stated<Yuan> Each = new("tower-9/1", "给予30万元补助", Yuan.Wan(30));

    public override string Name => "tower-grant";

    public override string Clause => "tower-9/1";

    public override Quote Rule => new("tower-9/1", "对每座灯塔工厂给予30万元补助");

    public override string Title => "灯塔工厂补助";

    public override IReadOnlyList<string> Words => ["灯塔工厂"];

    public override IReadOnlyList<Input> Inputs => [Towers, Mode, Lead, Day];

    public override IReadOnlyList<IStated> Figures => [Each];

    protected override IReadOnlyList<Condition> Conditions =>
    [
        new([Mode, Lead], facts => facts[Mode] == "alone" || facts[Lead] ? null : new Unmet("联合申报须注明牵头单位。", Lead.Name, null, new Quote("tower-9/1", "联合申报的须注明牵头单位"))),
    ];

    protected override Award Grant(Facts facts)
    {
        var amount = Yuan.Of(Each.Value.Amount * facts[Towers]);
        return new Award(Name, true, amount) { Steps = [new Step("每座30万元。", amount, Each.Quote)], Quotes = [Rule] };
    }
}
