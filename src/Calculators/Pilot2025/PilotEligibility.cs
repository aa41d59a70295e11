using Calculators.Awards;
using Calculators.Money;
using Calculators.Rules;

namespace Calculators.Pilot2025;

/// <summary>三、申报要求 and the conditions of 1.2 and 5.2: whether a region may apply, as far as figures and plain facts decide it.</summary>
internal sealed partial class PilotEligibility : Calculator
{
    private const string Id = "pilot-2025/3.2";
    private const string Recommendation = "pilot-2025/5.2";
    private const int FirstYear = 2025;
    private static readonly Quote Lead = new("pilot-2025/1.2", "鼓励2个及以上县(市、区)或开发区联合申报,但需明确牵头申报主体");
    private static readonly Quote Chain = new(
        Id, "至少有一家龙头企业并培育带动一批紧密关联的配套数字企业,拥有技术创新型、数字赋能型、平台服务型或场景应用型的优质企业20家以上");
    private static readonly Quote Safety = new("pilot-2025/3.5", "近三年未发生重大生产安全事故和突发环境事件");
    private static readonly Quote Repeated = new(Recommendation, "已纳入试点范围的地区在后续年度不再重复申报");
    private static readonly Quote Competition = new("pilot-2025/5.3", "开展竞争性评审");
    private static readonly Quote Positioning = new("pilot-2025/3.1", "产业发展规划目标明确、功能定位科学合理");
    private static readonly Stated<int> Leading = new(Id, "至少有一家龙头企业", 1);
    private static readonly Stated<int> Quality = new(Id, "优质企业20家以上", 20);
    private static readonly Stated<int> Slots = new(Recommendation, "2025年每个设区市最多推荐2个试点地区", FirstYear, 2);
    private static readonly Stated<int> OneSlot = new(Recommendation, "联合申报算1个试点地区", 1);
    private static readonly Stated<int> LastDay = new(Recommendation, "于10月27日前提交", 10, 27);

    /// <inheritdoc />
    public override string Name => "pilot-eligibility";

    /// <inheritdoc />
    public override string Clause => Id;

    /// <inheritdoc />
    public override Quote Rule => Chain;

    /// <inheritdoc />
    public override string Title => "数字产业集群试点申报条件";

    /// <inheritdoc />
    public override bool JudgesEligibility => true;

    /// <inheritdoc />
    public override bool CountsInTotal => false;

    /// <inheritdoc />
    public override Applicants? Applicants => Applicant.Regions;

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } =
    [
        Applicant.Input, LeadApplicantNamed, LeadingEnterprises, QualityEnterprises, IncidentsInThreeYears, PreviouslySelected, CitySlotsUsed, SubmissionDate,
    ];

    /// <inheritdoc />
    public override IReadOnlyList<IStated> Figures { get; } = [Leading, Quality, Slots, OneSlot, LastDay];

    private static DateOnly FirstBatchCloses
    {
        get
        {
            var (year, _) = Slots;
            var (month, day) = LastDay;
            return new DateOnly(year, month, day);
        }
    }

    /// <inheritdoc />
    protected override IReadOnlyList<Condition> Conditions { get; } =
    [
        new([Applicant.Input, LeadApplicantNamed], ALeadIsNamed),
        Rules.Conditions.AtLeast(LeadingEnterprises, Leading),
        Rules.Conditions.AtLeast(QualityEnterprises, Quality),
        Rules.Conditions.No(IncidentsInThreeYears, "近三年须未发生重大生产安全事故和突发环境事件。", Safety),
        new([CitySlotsUsed, SubmissionDate], ASlotIsLeft),
        Rules.Conditions.No(PreviouslySelected, "已纳入试点范围的地区不再重复申报。", Repeated),
        new([SubmissionDate], InTime),
    ];

    /// <inheritdoc />
    protected override Award Grant(Facts facts) => new(Name, Eligible: true, Yuan.Zero)
    {
        Steps =
        [
            new($"龙头企业{facts[LeadingEnterprises]}家，达到至少{Leading.Value}家的要求。", null, Leading.Quote),
            new($"优质企业{facts[QualityEnterprises]}家，达到{Quality.Value}家以上（含{Quality.Value}家）的要求。", null, Quality.Quote),
            new("近三年未发生重大生产安全事故和突发环境事件。", null, Safety),
            new("以前没有纳入试点范围，不属于重复申报。", null, Repeated),
            .. facts[Applicant.Input] == Applicant.Joint ? [new Step("联合申报，已明确牵头申报主体。", null, Lead)] : Array.Empty<Step>(),
        ],
        Caveats = Caveats(facts),
        Quotes = [Chain, Safety, Repeated, .. facts[Applicant.Input] == Applicant.Joint ? [Lead] : Array.Empty<Quote>()],
    };

    // Here every condition has a clause of its own, so the first unmet one leads instead of the rule.
    /// <inheritdoc />
    protected override Award Refuse(Facts facts, IReadOnlyList<Unmet> unmet) => base.Refuse(facts, unmet) with
    {
        Quotes = Quotes.Distinct([.. unmet.Select(u => u.Quote)]),
        Caveats = Caveats(facts),
    };

    private static Unmet? ALeadIsNamed(Facts facts) => facts[Applicant.Input] == Applicant.Joint && !facts[LeadApplicantNamed]
        ? new("联合申报须明确牵头申报主体。", LeadApplicantNamed.Name, null, Lead)
        : null;

    // The limit of two speaks of 2025 alone; a date in another year is not held against it.
    private static Unmet? ASlotIsLeft(Facts facts)
    {
        var (year, slots) = Slots;
        var over = (decimal)facts[CitySlotsUsed] + OneSlot.Value - slots;
        return over > 0 && (facts[SubmissionDate] is not { } day || day.Year == year)
            ? new($"{year}年每个设区市最多推荐{slots}个试点地区，本市已推荐{facts[CitySlotsUsed]}个，没有剩余名额。", CitySlotsUsed.Name, over, Slots.Quote)
            : null;
    }

    // 「10月27日前」 is read with the day itself, as the contract does.
    private static Unmet? InTime(Facts facts)
    {
        var last = FirstBatchCloses;
        return facts[SubmissionDate] is { } day && day.Year == last.Year && day > last
            ? new($"{last.Year}年首批材料须在{last.Month}月{last.Day}日前（含当日）提交，{day.Month}月{day.Day}日已超过期限。", SubmissionDate.Name, null, LastDay.Quote)
            : null;
    }
}
