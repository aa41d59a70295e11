using Calculators.Awards;
using Calculators.Money;
using Calculators.Rules;

namespace Calculators.Xunwu51;

/// <summary>第四条: a reward for building new digital infrastructure.</summary>
internal sealed partial class DigitalInfrastructure : Calculator
{
    private const string Id = "xunwu-51/4";
    private const string OtherValue = "other";
    private static readonly Quote Sentence = new(
        Id,
        "对5G等通信网络基础设施、区块链等新技术基础设施、超算中心型基础设施以及各类数字技术应用试验场地平台建设和被工信部新评为工业互联网试点示范项目、跨行业跨领域特色型专业型工业互联网平台、5G应用安全创新示范中心、网络安全和数据安全试点示范项目，由县财政给予每个项目建设投资额10%的奖励，最高奖励金额不超过100万元");
    private static readonly Quote Kinds = new(Id, "对5G等通信网络基础设施、区块链等新技术基础设施、超算中心型基础设施以及各类数字技术应用试验场地平台建设");
    private static readonly Quote Rated = new(Id, "被工信部新评为");
    private static readonly Quote Invested = new(Id, "每个项目建设投资额");
    private static readonly Stated<Rate> Reward = new(Id, "由县财政给予每个项目建设投资额10%的奖励", Rate.Of(10));
    private static readonly Stated<Yuan> Ceiling = new(Id, "最高奖励金额不超过100万元", Yuan.Wan(100));
    private static readonly OpenPoint WhichInvestment = new(
        CaveatCodes.InvestmentApprovedOrClaimed,
        "条文没有写明建设投资额以申报数、审定数还是决算数为准，这里按您提供的数额计算，最终以责任单位认定为准。",
        Invested,
        ["预算还是决算", "申报数还是", "按预算", "按决算", "按审计", "按审定", "审定数", "决算数", "投资额怎么认定", "投资额怎么算", "投资额是指", "投资额以什么", "投资额按什么", "以什么为准"]);

    /// <inheritdoc />
    public override string Name => "digital-infrastructure";

    /// <inheritdoc />
    public override string Clause => Id;

    /// <inheritdoc />
    public override bool IsPerProject => true;

    /// <inheritdoc />
    public override Quote Rule => Sentence;

    /// <inheritdoc />
    public override string Title => "新型数字基础设施建设奖励";

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = [ProjectType, Investment];

    /// <inheritdoc />
    public override IReadOnlyList<OpenPoint> OpenPoints { get; } = [WhichInvestment];

    /// <inheritdoc />
    public override IReadOnlyList<IStated> Figures { get; } = [Reward, Ceiling];

    /// <inheritdoc />
    protected override IReadOnlyList<Condition> Conditions { get; } =
    [
        new([ProjectType], facts => facts[ProjectType] != OtherValue
            ? null
            : new("项目须属于第四条列出的新型数字基础设施，或被工信部新评为所列的试点示范项目、平台、中心。", ProjectType.Name, null, Kinds)),
        Rules.Conditions.Positive(Investment, Invested),
    ];

    /// <inheritdoc />
    protected override Award Grant(Facts facts)
    {
        var type = ProjectType.Options.First(option => option.Value == facts[ProjectType]);
        var rewarded = Proportion.Of(facts[Investment], Reward, Ceiling);
        return new Award(Name, Eligible: true, rewarded.Amount)
        {
            Shares = Shares.OfCounty(rewarded.Amount),
            Steps =
            [
                new($"项目类型为{type.Label}，属于第四条奖励范围。", null, NeedsTitle(type) ? Rated : Kinds),
                .. rewarded.Steps(Investment.Label, Reward, Ceiling),
                new("奖励按每个项目计算，由县财政给予。", null, Reward.Quote),
            ],
            Caveats = [.. TitleCaveat(type), WhichInvestment.Caveat],
            Quotes = [Sentence],
        };
    }

    private static IReadOnlyList<Caveat> TitleCaveat(Option type) => NeedsTitle(type)
        ? [new(CaveatCodes.MiitTitle, $"须是被工信部新评为{type.Label}的项目；条文没有写明「新评」从何时起算，请准备工信部的评定文件。", Rated)]
        : [];
}
