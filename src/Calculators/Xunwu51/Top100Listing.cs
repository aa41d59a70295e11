using Calculators.Awards;
using Calculators.Money;
using Calculators.Rules;

namespace Calculators.Xunwu51;

/// <summary>第二条, first sentence: a reward for being listed among the top hundred for the first time.</summary>
internal sealed class Top100Listing : Calculator
{
    private const string Id = "xunwu-51/2";
    private static readonly Quote Sentence = new(
        Id, "对首次入围中国数字经济创新企业百强、中国软件与信息技术服务百强、中国电子信息百强、中国互联网百强的企业，一次性给予100万元奖励");
    private static readonly Quote First = new(Id, "首次入围");
    private static readonly Quote Lists = new(Id, "中国数字经济创新企业百强、中国软件与信息技术服务百强、中国电子信息百强、中国互联网百强");
    private static readonly Stated<Yuan> Reward = new(Id, "一次性给予100万元奖励", Yuan.Wan(100));
    private static readonly OpenPoint EachList = new(
        CaveatCodes.SeveralLists,
        "条文没有写明首次入围两个以上榜单时是否分别奖励，这里只按一个榜单计算。",
        Lists,
        ["两个榜", "几个榜", "多个榜", "三个榜", "两个百强", "几个百强", "同时进两个", "同时入围两", "同时进几个", "两份榜单"]);
    private static readonly OpenPoint SinceWhen = new(
        CaveatCodes.FirstTimeSinceWhen,
        "条文没有写明「首次」从企业成立以来算，还是从政策印发以来算；以前的入围早于政策印发的，请向责任单位核实。",
        First,
        ["首次怎么算", "首次是怎么算", "什么叫首次", "什么算首次", "怎么才算首次", "怎样才算首次", "首次是指", "首次从什么", "首次从哪", "首次认定", "首次的认定", "第一次怎么算"]);

    // With the country before it, and as voice typing hears it: 白强.
    private static IEnumerable<string> Heard(IReadOnlyList<string> lists) =>
        Phrases.Of(["", "中国"], [.. lists, .. lists.Where(l => l.EndsWith("百强", StringComparison.Ordinal)).Select(l => l.Replace("百强", "白强", StringComparison.Ordinal))]);

    private static readonly ChoiceInput List = new("list", "入围的榜单", "请问贵企业入围的是哪一个榜单：中国数字经济创新企业百强、中国软件与信息技术服务百强、中国电子信息百强，还是中国互联网百强？")
    {
        Words = ["榜单", "百强榜"],
        Options =
        [
            new("digital-innovation", "中国数字经济创新企业百强", [.. Heard(["数字经济创新企业百强", "数字经济创新百强", "数字经济百强", "数字经济企业百强", "数字经济创新企业100强", "数字经济100强"])]),
            new(
                "software-it",
                "中国软件与信息技术服务百强",
                [.. Heard(["软件与信息技术服务百强", "软件和信息技术服务百强", "软件信息技术服务百强", "软件百强", "软件与信息服务百强", "软件企业百强", "软件…百强", "信息技术服务…百强", "软件信息百强", "软件100强", "软件业百强"])]),
            new("electronics", "中国电子信息百强", [.. Heard(["电子信息百强", "电子信息企业百强", "电子信息…百强", "电子百强", "电子信息制造业百强", "电子信息100强", "电子信息竞争力百强"])]),
            new("internet", "中国互联网百强", [.. Heard(["互联网百强", "互联网企业百强", "互联网…百强", "互连网百强", "互联网100强", "互联网公司百强", "互联网综合实力百强"])]),
        ],
    };

    private static readonly YesNoInput FirstTime = new("firstTime", "首次入围", "请问贵企业是否首次入围这个榜单？")
    {
        Words = ["首次入围", "首次"],
        Yes =
        [
            "首次", "第一次", "头一遭", "头遭", "头一次", "头一回", "第一回", "首度", "初次", "头回", "新晋", "刚入围", "首次入围", "首次上榜", "第一次上榜", "first time", "first-time", "1st time",
            .. Phrases.Of(["以前", "之前", "往年", "过去", "从来", "此前"], ["没", "没有", "未", "从没", "从未"], ["进过", "上过", "入围过", "上榜过", "入选过", "拿过"]),
        ],
        No =
        [
            "又上榜", "又入围", "又入选", "又进", "又进了", "再进", "再入围", "再入选", "再上榜", "再上一次", "再上一回", "再进一次", "再进一回", "再评一次", "再评上", "再次", "再度", "第二次", "第二回", "第三次", "又一次", "连续", "连着", "每年都在", "每年都进", "每年都上", "都在…百强", "一直在…百强", "蝉联", "连年", "上过榜", "进过", "入围过", "上榜过", "进过一回", "进过一次", "老上榜企业", "上过一次", "上过一回", "第二年上榜", "多次上榜", "年年上榜", "not first time", "not the first time", "not our first time", "second time", "2nd time", "third time",
            .. Phrases.Of(["上过", "进过", "入围过", "入选过"], ["这个榜", "这榜", "同一个榜", "那个榜", "榜单", "百强"]),
            .. Phrases.Of(["冲榜", "打榜", "今年", "今年还", "这次", "这次还", "这回"], ["没上", "没进", "没上榜", "没入围", "没入选", "没冲上", "没评上", "落榜", "落选", "差一点进", "差点进", "差一点入围", "差点入围"]),
            .. Phrases.Of(["以前", "之前", "去年", "前年", "往年", "已经", "早就", "曾经", "早年"], ["进过", "上过", "上过榜", "入围过", "上榜过", "就进了", "就上榜", "就入围", "也进过", "也上过", "也上榜"]),
        ],
        Answers = ("是首次", "不是首次"),
    };

    /// <inheritdoc />
    public override string Name => "top100-listing";

    /// <inheritdoc />
    public override string Clause => Id;

    /// <inheritdoc />
    public override Quote Rule => Sentence;

    /// <inheritdoc />
    public override string Title => "首次入围全国百强奖励";

    /// <inheritdoc />
    public override IReadOnlyList<string> Words { get; } =
    [
        "百强", "白强", "百强企业", "百强榜", "百强榜单", "百强奖励", "全国百强", "入围百强", "入选百强", "上榜百强", "进百强", "进了百强", "进榜", "进了榜", "入榜", "100强", "互联网百强", "互连网百强", "电子信息百强", "软件百强",
        "软件与信息技术服务百强", "数字经济创新企业百强",
    ];

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = [List, FirstTime];

    /// <inheritdoc />
    public override IReadOnlyList<OpenPoint> OpenPoints { get; } = [EachList, SinceWhen];

    /// <inheritdoc />
    public override IReadOnlyList<IStated> Figures { get; } = [Reward];

    /// <inheritdoc />
    protected override IReadOnlyList<Condition> Conditions { get; } =
        [Rules.Conditions.Yes(FirstTime, "须是首次入围，以前入围过的不再奖励。", First)];

    /// <inheritdoc />
    protected override Award Grant(Facts facts)
    {
        var list = List.Options.First(option => option.Value == facts[List]);
        var amount = Reward.Value;
        return new Award(Name, Eligible: true, amount)
        {
            Steps =
            [
                new($"首次入围{list.Label}，属于条文列出的四个榜单之一。", null, Lists),
                new($"一次性奖励{amount.Chinese()}。", amount, Reward.Quote),
            ],
            Caveats = [EachList.Caveat],
            Quotes = [Sentence],
        };
    }

    /// <inheritdoc />
    protected override Award Refuse(Facts facts, IReadOnlyList<Unmet> unmet) => base.Refuse(facts, unmet) with
    {
        Caveats = [SinceWhen.Caveat],
    };
}
