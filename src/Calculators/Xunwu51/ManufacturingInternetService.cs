using Calculators.Awards;
using Calculators.Money;
using Calculators.Rules;

namespace Calculators.Xunwu51;

/// <summary>第三条: a reward for platforms that serve local manufacturers.</summary>
internal sealed class ManufacturingInternetService : Calculator
{
    private const string Id = "xunwu-51/3";
    private static readonly Quote Sentence = new(
        Id,
        "对年度服务本地企业达到10家（含）以上且合同实际执行金额达到1000万元（含）以上的企业，按照合同实际执行金额的2%给予奖励，最高不超过50万元，由市、县（区）两级财政各承担50%奖励资金");
    private static readonly Quote Yearly = new(Id, "对年度服务本地企业");
    private static readonly Stated<int> Served = new(Id, "年度服务本地企业达到10家（含）以上", 10);
    private static readonly Stated<Yuan> Executed = new(Id, "合同实际执行金额达到1000万元（含）以上", Yuan.Wan(1000));
    private static readonly Stated<Rate> Reward = new(Id, "按照合同实际执行金额的2%给予奖励", Rate.Of(2));
    private static readonly Stated<Yuan> Ceiling = new(Id, "最高不超过50万元", Yuan.Wan(50));
    private static readonly Stated<Rate> Each = new(Id, "各承担50%奖励资金", Rate.Of(50));
    private static readonly OpenPoint EachYear = new(
        CaveatCodes.PerYearOrOnce,
        "条文没有写明这项奖励是每年度都可以享受还是只享受一次，这里按一个年度计算。",
        Yearly,
        ["每年都", "年年都", "每一年都", "每年能", "每年可以", "每年拿", "能拿几次", "拿几次", "领几次", "能拿几年", "拿几年", "可以拿几年", "只能拿一次", "只给一次", "只奖一次", "一次性的吗", "是不是一次性", "明年还能拿", "明年再拿", "第二年还能", "连续拿", "连着拿"]);

    private static readonly CountInput LocalEnterprisesServed = new("localEnterprisesServed", "年度服务本地企业", "请问贵企业本年度服务了多少家本地企业（只算本地的）？")
    {
        Words =
        [
            "本地…企业", "本地…客户", "服务本地企业", "服务了本地企业", "本地企业", "本地客户", "本地的客户", "本地的企业", "本县企业", "服务本县企业", "县内企业", "寻乌企业", "寻乌本地企业", "寻乌本地的", "服务寻乌企业", "本地的只有", "本地的有", "其中本地",
            "年度服务本地企业", "服务企业", "服务了", "服务", "客户", "当地企业", "当地客户", "本地公司", "本地厂家", "本地工厂", "本县客户",
        ],
        PartWords = ["本地", "本地的", "本地企业", "寻乌", "寻乌的", "寻乌本地", "寻乌本地的", "本县", "本县的", "县内", "县内的", "县里的", "当地", "当地的"],
        NotWords = ["全年一共服务", "一共服务", "总共服务", "累计服务", "合计服务", "全国服务", "外地", "外地企业", "外地客户", "外县", "县外", "市外", "省外", "员工"],
    };

    private static readonly MoneyInput ExecutedContractAmount = new("executedContractAmount", "合同实际执行金额", "请问本年度合同实际执行金额是多少（按实际执行的金额，不是签约金额）？")
    {
        IsPerYear = true,
        WholeWords = ["合同", "签约", "签了", "签的", "协议"],
        ShareWords = ["执行", "履行", "完成", "做完", "兑现"],
        Words =
        [
            "合同实际执行金额", "实际执行金额", "合同实际执行", "实际执行合同", "实际执行了", "实际执行下来", "实际执行", "执行金额", "合同执行金额", "合同执行", "执行了", "执行额", "实际履行", "履行金额", "实际完成合同", "实际到账合同",
            "执行下来", "实际做了", "实际做下来", "做下来", "合同改成", "合同是", "合同有", "真正执行", "真正执行到位", "执行到位", "执行", "实际执行合同额", "实际执行的合同额", "实际执行合同金额",
        ],
        NotWords = ["签的合同", "签的合同是", "签的合同有", "签了合同", "合同签了", "签约金额", "签约额", "签约", "签了", "签订", "签的", "合同总额", "合同总金额", "合同金额", "合同额", "协议金额", "意向金额", "框架协议"],
    };

    /// <inheritdoc />
    public override string Name => "manufacturing-internet-service";

    /// <inheritdoc />
    public override string Clause => Id;

    /// <inheritdoc />
    public override Quote Rule => Sentence;

    /// <inheritdoc />
    public override string Title => "制造业与互联网融合服务奖励";

    /// <inheritdoc />
    public override IReadOnlyList<string> Words { get; } =
    [
        "互联网服务奖励", "互联网服务奖", "互联网服务补助", "互联网服务企业奖励", "融合服务奖励",
        "制造业+互联网", "制造业加互联网", "制造业互联网", "制造业与互联网", "制造业和互联网", "制造业+互连网", "制造业与互联网融合", "服务本地企业", "服务本县企业", "本地客户", "合同实际执行", "合同实际执行金额", "实际执行合同", "实际执行金额", "合同执行",
        "融合服务奖励", "合同金额2%", "合同金额的2%", "合同2%", "服务了本地企业", "工业大数据平台", "双创平台",
    ];

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = [LocalEnterprisesServed, ExecutedContractAmount];

    /// <inheritdoc />
    public override IReadOnlyList<OpenPoint> OpenPoints { get; } = [EachYear];

    /// <inheritdoc />
    public override IReadOnlyList<IStated> Figures { get; } = [Served, Executed, Reward, Ceiling, Each];

    // 「且」: both thresholds. 「（含）」: the threshold itself counts.
    /// <inheritdoc />
    protected override IReadOnlyList<Condition> Conditions { get; } =
        [Rules.Conditions.AtLeast(LocalEnterprisesServed, Served), Rules.Conditions.AtLeast(ExecutedContractAmount, Executed)];

    /// <inheritdoc />
    protected override Award Grant(Facts facts)
    {
        var executed = facts[ExecutedContractAmount];
        var rewarded = Proportion.Of(executed, Reward, Ceiling);
        var shares = Shares.OfCityAndCounty(rewarded.Amount, Each.Value);
        return new Award(Name, Eligible: true, rewarded.Amount)
        {
            Shares = shares,
            Steps =
            [
                new($"年度服务本地企业{facts[LocalEnterprisesServed]}家，达到{Served.Value}家（含）以上。", null, Served.Quote),
                new($"合同实际执行金额{executed.Chinese()}，达到{Executed.Value.Chinese()}（含）以上。", null, Executed.Quote),
                .. rewarded.Steps(ExecutedContractAmount.Label, Reward, Ceiling),
                new($"由市、县（区）两级财政各承担一半：{shares.Chinese()}。", rewarded.Amount, Each.Quote),
            ],
            Caveats =
            [
                EachYear.Caveat,
                .. shares.OddFen(Each.Quote),
            ],
            Quotes = [Sentence],
        };
    }
}
