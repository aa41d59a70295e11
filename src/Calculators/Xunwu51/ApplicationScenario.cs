using Calculators.Awards;
using Calculators.Money;
using Calculators.Rules;

namespace Calculators.Xunwu51;

/// <summary>第五条: a subsidy for the investor of a scenario that the province lists.</summary>
internal sealed class ApplicationScenario : Calculator
{
    private const string Id = "xunwu-51/5";
    private static readonly Quote Sentence = new(
        Id, "对列入省级数字技术应用场景创新发展示范区、示范项目的，分别给予项目投资方50万元、20万元资金奖补，由市、县（区）两级财政各承担50%奖励资金");
    private static readonly Quote Listed = new(Id, "列入省级数字技术应用场景创新发展示范区、示范项目");
    private static readonly Quote Investor = new(Id, "给予项目投资方");
    private static readonly Stated<Yuan> Grants = new(Id, "50万元、20万元资金奖补", Yuan.Wan(50), Yuan.Wan(20));
    private static readonly Stated<Rate> Each = new(Id, "各承担50%奖励资金", Rate.Of(50));
    private static readonly OpenPoint Shared = new(
        CaveatCodes.SeveralInvestors,
        "奖补给项目投资方；条文没有写明有几个投资方时怎么分，这里按一个示范区或项目的总额计算。",
        Investor,
        ["两家一起投", "两家投资", "几家一起投", "几家投资", "几个投资方", "两个投资方", "多个投资方", "多家投资", "合伙投", "联合投资", "共同投资", "投资方怎么分"]);

    private static readonly IReadOnlyList<string> Scenes = ["示范区", "示范项目", "创新发展示范区", "数字技术应用场景", "应用场景", "应用场景示范区", "应用场景示范项目"];

    // In the order in which the clause names them, so that each meets its own figure.
    private static readonly ChoiceInput Kind = new("kind", "示范类别", "请问列入的是数字技术应用场景创新发展示范区，还是示范项目？")
    {
        Words = ["示范类别", "列入的是", "评上的是", "认定的是"],
        Options =
        [
            new("demonstration-zone", "创新发展示范区", "示范区", "创新发展示范区", "应用场景示范区", "应用场景创新发展示范区", "数字技术应用场景创新发展示范区", "场景示范区"),
            new("demonstration-project", "示范项目", "示范项目", "应用场景示范项目", "场景示范项目", "数字技术应用场景示范项目", "试点示范项目", "应用示范项目"),
        ],
    };

    private static readonly YesNoInput ProvincialListed = new("provincialListed", "列入省级", "请问是否已经列入省级数字技术应用场景创新发展示范区或示范项目名单？")
    {
        Words = ["列入省级", "省级名单", "省级"],
        Yes =
        [
            "省里名单…有我们", "省里…批", "批进名单", "进名单了", "进了名单", "省级名单…有我们", "名单…有我们", "列入省级", "列入了省级", "列入省级了", "列为省级", "进省级", "进了省级", "进入省级", "进省级名单", "进了省级名单", "入选省级", "入围省级", "评上省级", "评上了省级", "评为省级", "被评为省级", "获评省级", "获省级认定",
            "省级认定", "省里认定", "省里认定的", "省里评的", "省里评上", "省里列入", "省里批了", "进了省里的名单", "进省里名单", "进了省里", "进省里", "省里的名单", "省厅认定", "省里公布的名单", "列入省里", "上了省级名单", "省级名单里有", "省级名单", "省级的", "纳入省级", "纳入了省级",
            "冲上省级", "冲上了省级", .. Phrases.Of(["今年", "现在", "后来", "今年才", "这次"], ["列入了", "列上了", "评上了", "选上了"]), "省里通过", "省里通过了", .. Phrases.Of(["省里", "省里面", "省厅", "省上"], ["列进去", "列了", "列上", "收进去", "选进去", "把我们列", "给列", "有我们"]),
            .. Phrases.Of(["省级", "省级的", "省级数字技术"], Scenes),
            .. Phrases.Of(["列了", "列进了", "列进", "列到", "列到了", "列上", "列上了", "上了", "进到"], ["省级", "省里"]),
            .. Phrases.Of(["省里公布的", "省厅公布的", "省里发布的", "省里评出的", "省里定的"], Scenes, ["…里有", "…里头有", "…里面有", "…中有", "…当中有"], ["我们", "我司", "咱", "我公司"]),
        ],
        No =
        [
            "只评到县级", "只评到市级", "评到县级", "评到市级", "只到县级", "只到市级", "只是县级", "只是市级", "还是县级", "还是市级", "县级的", "市级的", "落选", "没列进去", "没列进", "没列上", "没有列入", "未能列入", "没进去", "只留在市级", "留在市级", "没在名单", "不在名单", "名单…没有我们", "没列入", "未列入", "没评上", "没选上", "没进名单", "没入围", "只评上市级", "只评上了市级", "只是市级", "只有市级", "市级的", "评的是市级", "只评上县级", "只评上了县级", "只是县级", "只有县级", "县级的", "评的是县级", "市里评的", "县里评的", "国家级的不是省级", "停在市级", "停留在市级", "只到市级", "只到市里", "市一级的",
            .. Phrases.Of(["市级", "县级", "市县级", "市里的", "县里的"], Scenes),
            .. Phrases.Of(["省里", "省厅"], ["没", "没有", "没能", "未", "还没"], ["通过", "过", "批", "评上", "选上", "列上", "列入", "认"]),
            .. Phrases.Of(["只列", "只列了", "只列入", "只列入了", "只进", "只进了", "只评", "只评了", "只上了", "只入了", "只拿到", "只拿了"], ["市级", "县级", "市里", "县里", "市县级"]),
            .. Phrases.Of(["申报", "在申报", "正在申报", "准备申报", "打算申报", "想申报", "推荐申报", "正在申请", "准备评", "等着评"], ["省级", "省里", "省级的"]),
            .. Phrases.Of(["申报", "在申报", "正在申报", "准备申报", "打算申报", "想申报", "推荐申报"], ["省级"], Scenes),
        ],
        Answers = ("已列入省级", "未列入省级"),
        IsConferred = true,
    };

    /// <inheritdoc />
    public override string Name => "application-scenario";

    /// <inheritdoc />
    public override string Clause => Id;

    /// <inheritdoc />
    public override bool IsPerProject => true;

    /// <inheritdoc />
    public override Quote Rule => Sentence;

    /// <inheritdoc />
    public override string Title => "数字技术应用场景示范奖补";

    /// <inheritdoc />
    public override IReadOnlyList<string> Words { get; } =
    [
        "应用场景", "数字技术应用场景", "应用场景示范", "场景示范", "示范区奖补", "示范项目奖补", "示范区", "示范项目", "创新发展示范区", "数字技术应用场景创新发展示范区", "数字技术应用场景示范项目", "列入省级", "省级示范项目", "省级示范区",
        "试点示范奖补", "场景奖补", "示范奖补",
    ];

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = [Kind, ProvincialListed];

    /// <inheritdoc />
    public override IReadOnlyList<OpenPoint> OpenPoints { get; } = [Shared];

    /// <inheritdoc />
    public override IReadOnlyList<IStated> Figures { get; } = [Grants, Each];

    /// <inheritdoc />
    protected override IReadOnlyList<Condition> Conditions { get; } =
        [Rules.Conditions.Yes(ProvincialListed, "须已列入省级数字技术应用场景创新发展示范区或示范项目；只评上市级、县级的没有这项奖补。", Listed)];

    /// <inheritdoc />
    protected override Award Grant(Facts facts)
    {
        var (kind, amount) = Kind.Options.Zip(Grants.Values).First(pair => pair.First.Value == facts[Kind]);
        var shares = Shares.OfCityAndCounty(amount, Each.Value);
        return new Award(Name, Eligible: true, amount)
        {
            Shares = shares,
            Steps =
            [
                new($"已列入省级数字技术应用场景{kind.Label}。", null, Listed),
                new($"{kind.Label}给予项目投资方{amount.Chinese()}资金奖补。", amount, Grants.Quote),
                new($"由市、县（区）两级财政各承担一半：{shares.Chinese()}。", amount, Each.Quote),
            ],
            Caveats = [Shared.Caveat, .. shares.OddFen(Each.Quote)],
            Quotes = [Sentence],
        };
    }
}
