using Bot.Hosting;
using Bot.Tests.Support;
using Calculators.Awards;
using Calculators.Money;
using Calculators.Rules;

namespace Bot.Tests.Extension;

/// <summary>A policy of another trade, with a numbering, windows and bodies of its own: all that an officer would add.</summary>
internal static class Beekeeping
{
    internal const string Document = """
        ---
        document: bees-7
        title: 测试县养蜂产业扶持办法
        number: 测府发〔2023〕7号
        issuer: 测试县人民政府
        issued: 2023-03-01
        signature: 测试县人民政府2023年3月1日
        source: 测试
        ask: [县蜂业中心]
        clauses: [preamble, "1", "2", "2.1", "3"]
        validity:
          - status: in-force
            from: { date: 2023-03-01, clause: signature, quote: 2023年3月1日, reads: day }
            to: { date: 2025-12-31, clause: "3", quote: 有效期为2023—2025年, reads: end-of-last-year }
          - status: unclear
            to: { date: 2026-02-28, clause: "3", quote: 自印发之日起施行三年, reads: years-since-issue }
        ---

        # 测试县养蜂产业扶持办法

        ## 引言 {#preamble}

        为扶持养蜂产业发展，结合本县实际制定本办法。

        ## 第一条蜂箱购置补助 {#1}

        第一条蜂箱购置补助。对加入养蜂合作社、蜂箱购置金额达到2万元（含）以上的养蜂户，按蜂箱购置金额的15%给予补助，饲养中华蜂的最高不超过6万元，饲养意大利蜂的最高不超过4万元。〔责任单位：县蜂业中心、县农业农村局〕

        ## 第二条蜜源保护 {#2}

        第二条蜜源保护。油菜、柑橘等蜜源植物开花期间不得喷洒农药。〔责任单位：县林业局〕

        ### （一）蜜源登记 {#2.1}

        （一）蜜源登记。养蜂户应当每年向县林业局登记转地放蜂的路线。

        ## 第三条施行期限 {#3}

        第三条施行期限。本办法自印发之日起施行三年，有效期为2023—2025年，由县蜂业中心负责解释。

        """;

    internal static readonly DateOnly InForce = new(2024, 5, 1);

    /// <summary>The program with the calculator; its corpus folder must hold the document.</summary>
    internal static Parts Parts { get; } = new(new Catalogue([.. Catalogue.Default.Calculators, new HiveGrant()]), FixedTime.FirstOctober);

    /// <summary>The names that people use for the document, as the lexicon has them.</summary>
    private const string Names = """
        documents:
          - { document: bees-7, words: [测试县养蜂产业扶持办法, 养蜂产业扶持办法, 养蜂扶持办法, 养蜂办法, 测府发7号] }
        """;

    /// <summary>Writes the shipped corpus and this document into a new folder, and gives its path.</summary>
    internal static string WriteCorpus()
    {
        var folder = Directory.CreateTempSubdirectory("bees-").FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "corpus"))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        File.WriteAllText(Path.Combine(folder, "bees-7.md"), Document);
        var lexicon = Path.Combine(folder, "lexicon.yml");
        File.WriteAllText(lexicon, File.ReadAllText(lexicon).Replace("\ndocuments:", "\n" + Names, StringComparison.Ordinal));
        return folder;
    }
}

/// <summary>第一条: a share of what a beekeeper spends on hives.</summary>
internal sealed class HiveGrant : Calculator
{
    private const string Id = "bees-7/1";
    private static readonly Quote Cooperative = new(Id, "对加入养蜂合作社");
    private static readonly Stated<Yuan> Least = new(Id, "蜂箱购置金额达到2万元（含）以上", Yuan.Wan(2));
    private static readonly Stated<Rate> Share = new(Id, "按蜂箱购置金额的15%给予补助", Rate.Of(15));
    private static readonly Stated<Yuan> ChineseBee = new(Id, "饲养中华蜂的最高不超过6万元", Yuan.Wan(6));
    private static readonly Stated<Yuan> ItalianBee = new(Id, "饲养意大利蜂的最高不超过4万元", Yuan.Wan(4));

    private static readonly MoneyInput Spent = new("hivePurchase", "蜂箱购置金额", "请问购置蜂箱一共花了多少钱？") { Words = ["蜂箱购置金额", "购置蜂箱", "买蜂箱", "蜂箱花了", "蜂箱"] };

    private static readonly ChoiceInput Bee = new("beeKind", "蜂种", "请问养的是中华蜂还是意大利蜂？")
    {
        Words = ["蜂种"],
        Options = [new("chinese", "中华蜂", "中华蜂", "中蜂", "土蜂"), new("italian", "意大利蜂", "意大利蜂", "意蜂")],
    };

    private static readonly YesNoInput Member = new("cooperativeMember", "加入养蜂合作社", "请问是否已经加入养蜂合作社？")
    {
        Words = ["合作社"],
        Yes = ["加入了合作社", "加入合作社", "合作社社员", "入了社", "已经入社"],
        No = ["单干", "散户"],
        Answers = ("已加入合作社", "没有加入合作社"),
    };

    public override string Name => "hive-grant";

    public override string Clause => Id;

    public override Quote Rule => new(Id, "按蜂箱购置金额的15%给予补助，饲养中华蜂的最高不超过6万元，饲养意大利蜂的最高不超过4万元");

    public override string Title => "蜂箱购置补助";

    public override IReadOnlyList<string> Words => ["蜂箱购置补助", "蜂箱补助", "蜂箱补贴", "买蜂箱", "养蜂补助", "购置蜂箱"];

    public override IReadOnlyList<Input> Inputs => [Spent, Bee, Member];

    public override IReadOnlyList<IStated> Figures => [Least, Share, ChineseBee, ItalianBee];

    protected override IReadOnlyList<Condition> Conditions =>
    [
        new([Spent], facts => facts[Spent] >= Least.Value
            ? null
            : new Unmet("蜂箱购置金额须达到2万元以上。", Spent.Name, (Least.Value - facts[Spent]).Amount, Least.Quote)),
        new([Member], facts => facts[Member] ? null : new Unmet("须已加入养蜂合作社。", Member.Name, null, Cooperative)),
    ];

    protected override Award Grant(Facts facts)
    {
        var ceiling = facts[Bee] == "chinese" ? ChineseBee : ItalianBee;
        var share = (facts[Spent] * Share.Value).Round();
        var amount = share.AtMost(ceiling.Value);
        return new Award(Name, Eligible: true, amount)
        {
            Steps =
            [
                new($"蜂箱购置金额{facts[Spent].Chinese()}，按{Share.Value.Chinese()}计算为{share.Chinese()}。", share, Share.Quote),
                new($"最高不超过{ceiling.Value.Chinese()}，补助{amount.Chinese()}。", amount, ceiling.Quote),
            ],
            Quotes = [Rule],
        };
    }
}
