using Calculators.Money;
using Calculators.Rules;

namespace Calculators.Xunwu51;

/// <content>What is asked, and how people say it.</content>
internal sealed partial class CoreIndustryRevenue
{
    private static readonly ChoiceInput Category = new("category", "企业类别", "请问贵企业属于数字产品制造业（如集成电路、智能设备、传感器、物联网终端），还是数字技术应用企业（如5G、信创、区块链、软件信息服务、人工智能）？")
    {
        IsStanding = true,
        Words = ["企业类别", "行业", "属于", "做的是"],
        Options =
        [
            new(
                ManufacturingValue,
                "数字产品制造业",
                "集成电路", "芯片", "半导体", "晶圆", "智能设备", "智能装备", "智能硬件", "智能终端", "传感器", "感应器", "传感设备", "物联网终端", "物联终端", "物联网设备", "物联网硬件",
                "数字产品制造", "数字产品制造业", "数字产品制造企业", "数字制造", "制造类", "制造业企业", "智能设备制造"),
            new(
                ApplicationValue,
                "数字技术应用企业",
                "5g", "5g应用", "信创", "信息技术应用创新", "国产化软件", "区块链", "区块连", "软件", "软件开发", "软件公司", "软件企业", "软件服务", "软件信息服务", "软件信息服务业", "信息服务业", "信息技术服务", "写软件",
                "人工智能", "人工只能", "人工智慧", "ai", "大模型", "机器学习", "saas", "app开发", "做app", "开发app", "app", "小程序", "写代码", "搞软件", "小程序开发", "系统开发", "数字技术应用", "数字技术应用企业", "应用类", "应用企业"),
        ],
    };

    private static readonly MoneyInput AnnualRevenue = new("annualRevenue", "年度营业收入", "请问贵企业年度营业收入是多少（按全年营业收入，不是利润或产值）？")
    {
        Words =
        [
            "年度营业收入", "年营业收入", "营业收入", "年度营收", "年营收", "营收", "年收入", "全年收入", "收入", "销售收入", "年销售额", "销售额", "营业额", "年营业额", "流水",
            "今年", "本年", "首次达到", "首次突破", "首次过", "首次超过", "第一次过", "第一次突破", "第一次达到", "头一回过", "做到", "做到了", "涨到", "涨到了", "干到", "冲到", "突破", "卖了",
        ],
        NotWords = ["利润", "净利润", "产值", "总产值", "纳税", "缴税", "估值", "注册资本", "投资额", "利税"],
    };

    private static readonly MoneyInput PreviousHighestRevenue = new("previousHighestRevenue", "以往年度最高营业收入", "请问贵企业以往年度最高的营业收入是多少？")
    {
        Required = false,
        Assumption = "未说明以往年度的最高营业收入，按以前没有达到过任何一档计算。",
        Words =
        [
            "前年最高", "去年最高", "大前年最高", "前几年最高", "最高才", "最高只有", "最高到过", "最高做到", "以前最高", "历史最高", "往年最高", "之前最高", "过去最高", "此前最高", "从前最高", "曾经最高", "上年最高", "历年最高", "以往最高", "最高一年", "最高的一年", "最好的一年", "最好一年", "之前最好", "以前最好",
            "往年最好", "以前最多", "之前最多", "往年最多", "往年最高只有", "做到过", "达到过", "有过", "到过", "上过", "没上过", "以前没上过", "以前做到过", "之前做到过", "曾经做到", "曾做到", "以前达到过", "之前达到过", "以前到过", "之前到过", "以前只有", "之前只有", "往年只有",
            "以往年度最高营业收入", "历史最高营收", "以前年度最高",
        ],
        WordsBeforeLater = ["去年", "上年", "上一年", "前年", "大前年", "往年", "以前", "之前", "上年度"],
        ToldByAward = new(["那档", "这档", "那一档", "这一档", "档的", "档次", "档", "拿过", "领过", "奖过", "得过", "给过"], ThresholdOf),
    };

    /// <inheritdoc />
    public override IReadOnlyList<string> Words { get; } =
    [
        "营业收入", "营收", "年营收", "年收入", "营收奖励", "营业收入奖励", "营业收入那个奖励", "收入奖励", "营收上台阶", "上台阶", "营收破亿", "收入破亿", "营收首次", "首次破亿", "首次突破", "首次过亿", "过千万",
        "营业收入首次达到", "年度营业收入", "核心产业奖励", "营收达标奖励", "销售收入",
    ];

    private static Yuan? ThresholdOf(Facts facts, Yuan reward) => facts.Find(Category.Name) is string category
        ? Tiers(Thresholds(category)).FirstOrDefault(tier => tier.Reward == reward)?.Threshold
        : null;
}
