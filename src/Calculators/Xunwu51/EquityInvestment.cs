using Calculators.Awards;
using Calculators.Money;
using Calculators.Rules;

namespace Calculators.Xunwu51;

/// <summary>第七条: support for local enterprises in which market funds invest.</summary>
internal sealed partial class EquityInvestment : Calculator
{
    private const string Id = "xunwu-51/7";
    private static readonly Quote Sentence = new(
        Id,
        "对获得天使投资、风险投资、创业投资等市场化基金投资入股的本地数字经济核心产业企业，按经认定后实际到位资金的5%给予企业最高不超过100万元的支持，由县财政通过相关部门兑现");
    private static readonly Quote Local = new(Id, "本地数字经济核心产业企业");
    private static readonly Quote Market = new(Id, "天使投资、风险投资、创业投资等市场化基金投资入股");
    private static readonly Quote Received = new(Id, "经认定后实际到位资金");
    private static readonly Quote Payer = new(Id, "由县财政通过相关部门兑现");
    private static readonly Quote Most = new(Id, "给予企业最高不超过100万元的支持");
    private static readonly Stated<Rate> Support = new(Id, "按经认定后实际到位资金的5%", Rate.Of(5));
    private static readonly Stated<Yuan> Ceiling = new(Id, "最高不超过100万元", Yuan.Wan(100));
    private static readonly OpenPoint Recognised = new(
        CaveatCodes.RecognisedFunds,
        "计算的基数是经认定后实际到位的资金，这里按您提供的数额计算，最终以责任单位认定的数额为准。",
        Received,
        ["谁来认定", "谁认定", "由谁认定", "怎么认定", "怎样认定", "认定部门", "哪个部门认定", "到位资金怎么算", "怎么算到位"]);
    private static readonly OpenPoint EachRound = new(
        CaveatCodes.PerRoundOrFirm,
        $"条文没有写明{Ceiling.Value.Chinese()}的上限是按每轮融资还是按每家企业累计计算，这里按一次申请计算。",
        Most,
        ["每轮都", "每一轮", "每轮", "几轮", "多轮", "下一轮", "再融一轮", "第二轮还", "累计", "每家企业累计", "能拿几次", "拿几次"]);

    /// <inheritdoc />
    public override string Name => "equity-investment";

    /// <inheritdoc />
    public override string Clause => Id;

    /// <inheritdoc />
    public override Quote Rule => Sentence;

    /// <inheritdoc />
    public override string Title => "股权基金投资支持";

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = [FundsReceived, LocalCoreIndustry, MarketFund];

    /// <inheritdoc />
    public override IReadOnlyList<OpenPoint> OpenPoints { get; } = [Recognised, EachRound];

    /// <inheritdoc />
    public override IReadOnlyList<IStated> Figures { get; } = [Support, Ceiling];

    /// <inheritdoc />
    protected override IReadOnlyList<Condition> Conditions { get; } =
    [
        Rules.Conditions.Yes(MarketFund, "须获得天使投资、风险投资、创业投资等市场化基金投资入股；国资、财政或股东自己的注资不算。", Market),
        Rules.Conditions.Yes(LocalCoreIndustry, "须是本地的数字经济核心产业企业。", Local),
        Rules.Conditions.Positive(FundsReceived, Received),
    ];

    /// <inheritdoc />
    protected override Award Grant(Facts facts)
    {
        var supported = Proportion.Of(facts[FundsReceived], Support, Ceiling);
        return new Award(Name, Eligible: true, supported.Amount)
        {
            Shares = Shares.OfCounty(supported.Amount),
            Steps =
            [
                new("本地数字经济核心产业企业获得市场化基金投资入股，符合条件。", null, Market),
                .. supported.Steps(FundsReceived.Label, Support, Ceiling),
                new("支持给企业，由县财政通过相关部门兑现。", supported.Amount, Payer),
            ],
            Caveats =
            [
                Recognised.Caveat,
                EachRound.Caveat,
            ],
            Quotes = [Sentence],
        };
    }
}
