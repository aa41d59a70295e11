using Calculators.Awards;
using Calculators.Money;
using Calculators.Rules;

namespace Calculators.Pilot2025;

/// <summary>四（一）资金分配: the most that the province gives to a region that is selected.</summary>
internal sealed class PilotFunding : Calculator
{
    private const string Id = "pilot-2025/4.1";
    private static readonly Quote Sentence = new(
        Id, "国家级开发区不超过1500万元,省级开发区、县(市、区)不超过1000万元,联合申报的共不超过1500万元");
    private static readonly Quote Selected = new(Id, "对入选试点地区给予定额资金支持");
    private static readonly Quote Rest = new(Id, "剩余资金根据绩效考核评价结果拨付");
    private static readonly Quote Batches = new(Id, "获批试点当年拨付不超过70%资金,剩余资金根据绩效考核评价结果拨付");
    private static readonly Stated<Yuan> NationalZone = new(Id, "国家级开发区不超过1500万元", Yuan.Wan(1500));
    private static readonly Stated<Yuan> ProvincialZoneOrCounty = new(Id, "省级开发区、县(市、区)不超过1000万元", Yuan.Wan(1000));
    private static readonly Stated<Yuan> Joint = new(Id, "联合申报的共不超过1500万元", Yuan.Wan(1500));
    private static readonly Stated<Rate> FirstYear = new(Id, "当年拨付不超过70%资金", Rate.Of(70));

    /// <inheritdoc />
    public override string Name => "pilot-funding";

    /// <inheritdoc />
    public override string Clause => Id;

    /// <inheritdoc />
    public override Quote Rule => Sentence;

    /// <inheritdoc />
    public override string Title => "数字产业集群试点资金上限";

    /// <inheritdoc />
    public override bool CountsInTotal => false;

    /// <inheritdoc />
    public override IReadOnlyList<string> Words { get; } =
    [
        "试点资金", "试点补助", "试点经费", "试点奖补", "试点奖补资金", "集群试点资金", "数字产业集群试点资金", "试点最多给", "试点最多", "入选试点最多", "试点上限", "定额资金", "试点支持资金", "入选的话最多", "试点能拿多少", "试点给多少", "试点能给多少", "入选试点能", "入选试点给", "入选试点后", "入选试点资金", "入选试点可", "省里最多支持",
        "集群试点", "数字产业集群", "数字产业集群试点", "集群培育试点",
    ];

    /// <inheritdoc />
    public override Applicants? Applicants => Applicant.Regions;

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = [Applicant.Input];

    /// <inheritdoc />
    public override IReadOnlyList<IStated> Figures { get; } = [NationalZone, ProvincialZoneOrCounty, Joint, FirstYear];

    /// <inheritdoc />
    protected override IReadOnlyList<Condition> Conditions => [];

    /// <inheritdoc />
    protected override Award Grant(Facts facts)
    {
        var ceiling = facts[Applicant.Input] switch
        {
            Applicant.NationalZone => NationalZone,
            Applicant.Joint => Joint,
            _ => ProvincialZoneOrCounty,
        };
        var amount = ceiling.Value;
        var firstYear = (amount * FirstYear.Value).Round();
        var label = Applicant.Input.Options.First(option => option.Value == facts[Applicant.Input]).Label;
        var together = facts[Applicant.Input] == Applicant.Joint ? "各方合计" : string.Empty;
        return new Award(Name, Eligible: true, amount)
        {
            IsCeiling = true,
            FirstYearCeiling = firstYear,
            Remainder = amount - firstYear,
            Steps =
            [
                new($"{label}入选试点的，{together}最多支持{amount.Chinese()}。", amount, ceiling.Quote),
                new($"获批当年拨付不超过{FirstYear.Value.Chinese()}，按上限计最多{firstYear.Chinese()}。", firstYear, FirstYear.Quote),
                new($"其余{(amount - firstYear).Chinese()}根据绩效考核评价结果拨付。", amount - firstYear, Rest),
            ],
            Caveats =
            [
                new(CaveatCodes.CeilingNotGrant, "这是入选后的资金上限，不是一定能拿到的数额；条文既说「定额」又说「不超过」，没有写明实际数额怎么确定。", Selected),
                new(CaveatCodes.FirstYearShare, $"{FirstYear.Value.Chinese()}是按实际批复的资金计，这里按上限折算；其余部分要看绩效评价结果，不保证全额拨付。", Batches),
            ],
            Quotes = [Sentence, Batches],
        };
    }
}
