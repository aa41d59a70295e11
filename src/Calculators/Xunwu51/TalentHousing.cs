using Calculators.Awards;
using Calculators.Money;
using Calculators.Rules;

namespace Calculators.Xunwu51;

/// <summary>第八条: housing places for the staff of larger enterprises of the core industries.</summary>
internal sealed class TalentHousing : Calculator
{
    private const string Id = "xunwu-51/8";
    private static readonly Quote Sentence = new(
        Id, "对数字经济核心产业规上企业，由县政府每年给予5个保障性住房名额和义务教育阶段子女入学有优先选择权，名额当年有效");
    private static readonly Quote Whom = new(Id, "对数字经济核心产业规上企业");
    private static readonly Quote Lapse = new(Id, "名额当年有效");
    private static readonly Stated<int> PlacesAYear = new(Id, "每年给予5个保障性住房名额", 5);
    private static readonly OpenPoint EachFirm = new(
        CaveatCodes.PlacesPerFirmOrCounty,
        $"条文没有写明{PlacesAYear.Value}个名额是每家企业各有，还是符合条件的企业合计共有，这里按每家企业计算。",
        PlacesAYear.Quote,
        ["每家都有", "每家5个", "每家五个", "每家企业5个", "一家5个", "全县5个", "全县一共", "全县共", "一共5个", "总共5个", "大家一起分", "每家还是"]);

    private static readonly YesNoInput AboveScale = new("aboveScale", "规上企业", "请问贵企业是不是规模以上（规上）企业？")
    {
        Words = ["规上企业", "规上", "规模以上"],
        Yes = ["规上", "规上企业", "规上公司", "规上的", "规模以上", "规模以上企业", "上规", "上了规", "上的规", "入的规", "升的规", "上规了", "上规模", "入规", "入规了", "入了规", "入统", "升规", "已升规", "达到规上", "纳入规上", "四上企业", "规上软件企业", "规上工业企业"],
        No = ["没进规上", "没在规上", "不在规上", "没入规", "没上规", "未进规上", "掉出规上", "退出规上", "退规", "规下", "规下企业", "规模以下", "规模以下企业", "够不上规上", "小微企业", "个体户", "还差点上规", "快要上规", "准备上规", "争取上规", .. Phrases.Of(["快", "马上", "即将", "明年", "明年才", "明年才能", "年底才", "打算", "正在冲", "在冲", "想冲"], ["规上", "上规", "入规", "升规", "入统"])],
        Answers = ("是规上企业", "不是规上企业"),
        IsStanding = true,
        IsConferred = true,
    };

    private static readonly YesNoInput CoreIndustry = new("coreIndustry", "数字经济核心产业", "请问贵企业是不是数字经济核心产业企业？")
    {
        Words = ["数字经济核心产业", "核心产业"],
        Yes = ["数字经济核心产业", "数字经济核心产业企业", "数字经济核心企业", "数字经济核心产业的", "数字核心产业", "核心产业", "核心产业企业", "数字经济的核心产业"],
        No = ["非数字经济", "非数字经济核心", "不属于核心", "传统产业", "传统企业", "传统行业", "传统制造业", "不是做数字经济", "不做数字经济", "不是数字经济", "不属于数字经济", "跟数字经济没关系", "跟数字经济无关", "与数字经济无关"],
        Answers = ("是数字经济核心产业企业", "不是数字经济核心产业企业"),
        IsStanding = true,
    };

    /// <inheritdoc />
    public override string Name => "talent-housing";

    /// <inheritdoc />
    public override string Clause => Id;

    /// <inheritdoc />
    public override Quote Rule => Sentence;

    /// <inheritdoc />
    public override string Title => "保障性住房名额";

    /// <inheritdoc />
    public override IReadOnlyList<string> Words { get; } =
    [
        "住房能给", "住房给几", "给几套住房", "分几套住房", "几套住房", "住房有几套", "住房给多少套", "几套保障房", "保障房给几套", "保障房能给",
        "保障性住房", "保障性住房名额", "保障房", "保障房名额", "住房名额", "人才住房", "人才房", "人才住房名额", "几个住房名额", "员工住房", "便宜房", "问房子", "房子的事", "给员工住", "分房", "分房子", "分几套", "几套房", "几间房", "几间屋", "房子给员工", "有没有房", "有地方住", "冇地方住", "没地方住", "地方住", "职工住房名额", "房子名额",
    ];

    /// <inheritdoc />
    public override bool GivesMoney => false;

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = [AboveScale, CoreIndustry];

    /// <inheritdoc />
    public override IReadOnlyList<OpenPoint> OpenPoints { get; } = [EachFirm];

    /// <inheritdoc />
    public override IReadOnlyList<IStated> Figures { get; } = [PlacesAYear];

    /// <inheritdoc />
    protected override IReadOnlyList<Condition> Conditions { get; } =
    [
        Rules.Conditions.Yes(AboveScale, "须是规模以上（规上）企业。", Whom),
        Rules.Conditions.Yes(CoreIndustry, "须是数字经济核心产业企业。", Whom),
    ];

    /// <inheritdoc />
    protected override Award Grant(Facts facts) => new(Name, Eligible: true, Yuan.Zero)
    {
        Places = PlacesAYear.Value,
        Steps =
        [
            new("数字经济核心产业的规上企业，符合条件。", null, Whom),
            new($"由县政府每年给予{PlacesAYear.Value}个保障性住房名额；这一项给的是名额，没有奖金。", null, PlacesAYear.Quote),
            new("名额当年有效，没有用完的不能留到下一年。", null, Lapse),
        ],
        Caveats = [EachFirm.Caveat],
        Quotes = [Sentence],
    };
}
