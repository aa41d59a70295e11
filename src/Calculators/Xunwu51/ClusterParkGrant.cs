using Calculators.Awards;
using Calculators.Money;
using Calculators.Rules;

namespace Calculators.Xunwu51;

/// <summary>第一条: a grant for the operator of a park that the county recognises and that meets its target.</summary>
internal sealed class ClusterParkGrant : Calculator
{
    private const string Id = "xunwu-51/1";
    private static readonly Quote Sentence = new(
        Id, "对经考核认定达到年度经济目标的县级数字经济产业园区、基地，由县财政在次年给予集聚区（产业园区、基地）运营主体一次性创建补助资金50万元");
    private static readonly Quote CountyLevel = new(Id, "县级数字经济产业园区、基地");
    private static readonly Quote Target = new(Id, "经考核认定达到年度经济目标");
    private static readonly Quote NextYear = new(Id, "由县财政在次年给予");
    private static readonly Quote Once = new(Id, "一次性创建补助资金");
    private static readonly Stated<Yuan> Grants = new(Id, "一次性创建补助资金50万元", Yuan.Wan(50));
    private static readonly OpenPoint EachPark = new(
        CaveatCodes.OncePerPark,
        "条文没有写明「一次性」是按园区还是按运营主体计：运营主体另有一个未领过补助的园区的，请向责任单位核实。",
        Once,
        ["两个园区", "第二个园区", "另一个园区", "几个园区", "每个园区都", "多个园区", "再建一个园区", "另外一个园区"]);

    private static readonly IReadOnlyList<string> Levels = ["县级", "县里", "县里的", "县里认定的", "县级认定的", "县上"];
    private static readonly IReadOnlyList<string> OnlyOther = ["只有", "只是", "就只有", "只拿到", "只拿到了", "只拿了", "只评了", "只评上", "只评上了", "只得了"];
    private static readonly IReadOnlyList<string> Places =
    [
        "数字园区", "数字产业园", "数位经济产业园", "数字经济园区", "县级数字园区", "数字经济产业园", "数字经济产业园区", "数字经济集聚区", "数字经济园区", "数字经济基地", "数字经济产业基地", "数字产业园", "数字产业基地", "产业园区", "产业园", "集聚区", "园区", "基地",
    ];

    private static readonly YesNoInput CountyLevelRecognized = new("countyLevelRecognized", "县级认定", "请问贵园区（基地）是否已被认定为县级数字经济产业园区或基地？")
    {
        Words = ["县级认定", "认定"],
        Yes =
        [
            "县级认定", "通过县级认定", "县级认定过", "县里认定", "县里认定过", "县认定", "经县级认定", "被认定为县级", "认定为县级", "评为县级", "评上县级", "评上了县级", "被评为县级",
            "获评县级", "列为县级", "挂牌县级", "县级的", "县级牌子", "县里已经认", "县里认了", "县里都认", "认定有", "认定也有", "有认定", "认定过", "县里认过", "县里…认过", "县级…认过", "认下来了", "认定下来了", "批下来了", "县级…认下来", "县级…认了", "县级…批下来", "县级…认定", "县级…牌子", "是县里认定", "县里认定的", "县认定的", "县里评的",
            .. Phrases.Of(Levels, Places),
            .. Phrases.Of(["是", "评上", "评上了", "评为", "被评为", "获评", "认定为", "被认定为", "成为", "获批", "算"], Levels, Places),
        ],
        No = ["还没评上", "没评上", "未评上", "还冇评上", "冇评上", "还没有评上", "没有评上", "还没评", "还没认定", "没认定", "还没有认定", "未认定", "认定还没下来", "认定没下来", "认定还没批", "认定没通过", "还在申请认定", "正在申请认定", "正在申报县级", "还在申报县级", "准备申报县级", "园区没认定", "园区还没认定", "只是乡镇级", "民间自己办的", .. Phrases.Of(OnlyOther, ["市级", "市里", "乡镇级", "镇里"], ["", "的", "认定", "的认定", "认的", "认定的", "评的", "牌子", "的牌子"])],
        Answers = ("已获县级认定", "未获县级认定"),
        IsConferred = true,
    };

    private static readonly YesNoInput MetAnnualTarget = new("metAnnualTarget", "达到年度经济目标", "请问经考核认定，贵园区（基地）是否达到了年度经济目标？")
    {
        Words = ["年度经济目标", "年度目标", "考核"],
        Yes =
        [
            "达标", "达标了", "考核达标", "考核认定达标", "考核合格", "考核通过", "通过考核", "通过了考核", "考核过关", "考核过了", "考核认定过了", "考核认定通过", "考核认定合格", "考核认定达到", "考核也过了", "考核也过", "考核达到", "经考核认定达到", "pass了", "pass", "achieve了", "achieve", "目标…达到", "目标…完成", "目标…达标", "目标…合格", "考核…合格", "考核…通过", "考核…达标", "目标达成", "达成目标",
            "目标达到了", "目标是达到了的", "达到了", "达到目标", "达到了目标", "完成目标", "完成了目标", "目标完成", "完成", "完成了", "达到年度", "任务完成", "任务…完成",
            .. Phrases.Of(["达到", "达到了", "完成", "完成了", "达成", "达成了", "实现", "实现了"], ["年度", "年度的", "当年", "全年", "上年度", "去年的"], ["经济目标", "目标", "任务", "目标任务"]),
            .. Phrases.Of(["年度经济目标", "年度目标", "经济目标", "经济任务"], ["达标", "达到", "达到了", "完成", "完成了", "也完成了", "也达到了", "都达到了", "考核合格", "考核达标", "又达标了"]),
        ],
        No = ["只完成", "只完成了", "只达到", "考核不合格", "目标没过", "目标没达", "目标没有达", "目标没完成", "任务没完成", "考核没过", "考核没通过", "目标落空", "差一点没完成", "差一点达标", "差一点完成", "差一点达到", "差点达标", "考核还没出来", "考核结果没出来"],
        Answers = ("已达到年度经济目标", "未达到年度经济目标"),
        IsConferred = true,
    };

    private static readonly YesNoInput PreviouslyGranted = new("previouslyGranted", "此前已领过创建补助", "请问贵园区（基地）以前是否领过这笔一次性创建补助？")
    {
        Required = false,
        Words = ["以前领过", "之前领过", "领过补助"],
        Assumption = "未说明以前是否领过这笔一次性补助，按没有领过计算；已经领过的不再给予。",
        Yes =
        [
            "领过", "拿过", "得过", "享受过", "申领过", "获得过", "领取过", "给过我们", "发过", "补过", "已经拿过", "已经领过", "已经领了", "已经拿了", "已经到手了", "已经给了", "已经发了", "已经兑现了", "之前拿过", "以前拿过", "之前领过", "以前领过", "去年领过", "去年拿过",
            .. Phrases.Of(["拿过", "领过", "领取过", "享受过", "得过", "获得过", "拿了", "领了"], ["补助", "创建补助", "这笔补助", "这笔钱", "补助资金", "一次", "一次补助", "一次创建补助"]),
        ],
        No = ["头一回申请", "第一次申请", "首次申请", "头一次申请", "初次申请", "第一次领", "首次申领", "头一回领", "从没领", "从没拿", "从未领", "没有领取", "没领取", .. Phrases.Of(["第一次", "头一次", "头一回", "首次", "初次"], ["来领", "来拿", "来申请", "来申领", "过来领", "过来申请"])],
        Answers = ("已经领过", "没有领过"),
    };

    /// <inheritdoc />
    public override string Name => "cluster-park-grant";

    /// <inheritdoc />
    public override string Clause => Id;

    /// <inheritdoc />
    public override Quote Rule => Sentence;

    /// <inheritdoc />
    public override string Title => "数字经济集聚区（产业园区、基地）创建补助";

    /// <inheritdoc />
    public override IReadOnlyList<string> Words { get; } =
    [
        "创建补助", "创建补助资金", "一次性创建补助", "集聚区补助", "园区补助", "园区的补助", "产业园补助", "基地补助", "园区创建", "产业园创建补助", "创建资金", "园区奖补",
        "数字经济产业园", "数字经济产业园区", "数字经济集聚区", "数字经济基地", "园区运营", "产业园的运营", "园区达标", .. Phrases.Of(["运营的", "运营", "办的", "经营的"], ["园区", "产业园", "数字园区", "数字基地"]),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = [CountyLevelRecognized, MetAnnualTarget, PreviouslyGranted];

    /// <inheritdoc />
    public override Quote? Payout => NextYear;

    /// <inheritdoc />
    public override IReadOnlyList<OpenPoint> OpenPoints { get; } = [EachPark];

    /// <inheritdoc />
    public override IReadOnlyList<IStated> Figures { get; } = [Grants];

    /// <inheritdoc />
    protected override IReadOnlyList<Condition> Conditions { get; } =
    [
        Rules.Conditions.Yes(CountyLevelRecognized, "须是经认定的县级数字经济产业园区或基地。", CountyLevel),
        Rules.Conditions.Yes(MetAnnualTarget, "须经考核认定达到年度经济目标。", Target),
        Rules.Conditions.No(PreviouslyGranted, "创建补助是一次性的，已经领过的不再给予。", Once),
    ];

    /// <inheritdoc />
    protected override Award Grant(Facts facts)
    {
        var amount = Grants.Value;
        return new Award(Name, Eligible: true, amount)
        {
            Shares = Shares.OfCounty(amount),
            Steps =
            [
                new("经考核认定达到年度经济目标的县级数字经济产业园区、基地，符合条件。", null, Target),
                new($"一次性创建补助{amount.Chinese()}，由县财政在次年给予园区（基地）的运营主体。", amount, Grants.Quote),
            ],
            Quotes = [Sentence],
        };
    }

    /// <inheritdoc />
    protected override Award Refuse(Facts facts, IReadOnlyList<Unmet> unmet)
    {
        var award = base.Refuse(facts, unmet);
        return facts[PreviouslyGranted]
            ? award with { Caveats = [EachPark.Caveat] }
            : award;
    }
}
