using Calculators.Rules;

namespace Calculators.Pilot2025;

/// <summary>Who applies for the pilot: asked once for its money and its conditions.</summary>
internal static class Applicant
{
    internal const string NationalZone = "national-zone";
    internal const string ProvincialZone = "provincial-zone";
    internal const string County = "county";
    internal const string Joint = "joint";

    private static readonly IReadOnlyList<string> Zones =
        ["", "开发区", "高新区", "经开区", "园区", "新区", "高新技术产业开发区", "经济技术开发区", "经济开发区", "高新技术产业园区", "产业园区", "工业园区", "工业园", "的开发区", "的高新区", "的经开区", "的园区"];

    internal static readonly ChoiceInput Input = new("applicant", "申报主体", "请问申报主体是国家级开发区、省级开发区、县（市、区），还是联合申报？")
    {
        IsStanding = true,
        Words = ["申报主体", "申报单位", "我们是"],
        Options =
        [
            new(NationalZone, "国家级开发区", [.. Phrases.Of(["国家级"], Zones), "国家高新区", "国家经开区", "国家开发区", "国家高新技术产业开发区", "国家级经济技术开发区", "国家级的", "升国家级", "升为国家级", "升格为国家级", "升级为国家级", "升成国家级", "升到国家级"]),
            new(ProvincialZone, "省级开发区", [.. Phrases.Of(["省级"], [.. Zones.Where(zone => zone.Length > 0)]), "省级呢", "省级的呢", "是省级的", "换成省级", "省高新区", "省经开区", "省开发区"]),
            // No bare 县: in 「两个县联合，两县都没入选过」 it would speak for the county against the joint application.
            new(
                County,
                "县（市、区）",
                [
                    "的县", "县(市、区)", "县(市,区)", "县市区", "市辖区", "县级市", "我们县", "咱们县", "咱县", "我县", "本县", "寻乌县", "寻乌", "某县", "我们区", "我区", "本区", "县里自己", "县里入选", "县里选上", "县里申报", "县里想报", "县里要报", "县里报", "县里去报", "是县", "是个县", "县城", "那县呢", "县呢", "县里呢", "县级呢", "那县级", "单独申报", "自己单独", "单独报", "单独一个县",
                    "下面的一个区", "一个区", "自己单报", "单报", "县自己报", "县独立申报", "县单独报", "县单独申报", "独立申报", "一个县",
                    .. Phrases.Of(["申报主体", "申报单位", "申报地区", "主体"], [":"], ["县"]),
                ]),
            new(
                Joint,
                "联合申报",
                [
                    "联合申报", "联合申请", "联合报", "联合起来", "联合起来报", "联合体", "合着报", "合起来报", "合伙报", "一起申报", "一起报", "一块报", "一块申报", "一块儿报", "跟隔壁县一块", "和隔壁县一块", "抱团申报", "抱团报", "共同申报", "联手申报", "联合", .. Phrases.Of(["两", "三", "四", "五", "几"], ["个县呢", "县呢"]),
                    .. Phrases.Of(
                        ["两县", "两个县", "三县", "三个县", "几个县", "多个县", "四个县", "跟隔壁县", "和隔壁县", "与隔壁县", "跟邻县", "和邻县", "与邻县", "跟别的县", "和别的县", "县和开发区", "两个开发区"],
                        ["联合", "联合申报", "联合报", "打算联合", "打算联合报", "打算联合申报", "一起报", "一起申报", "合着报", "抱团"]),
                ]) { Prevails = true },
        ],
    };

    /// <summary>The pilot and its money go to regions; the money then goes to projects that the city chooses.</summary>
    internal static readonly Applicants Regions = new(
        Input,
        "数字产业集群试点由地区申报，资金拨给入选的试点地区，企业不能单独申报或直接领取；企业承担的重点项目可以由集群所在设区市审核确定后使用这笔资金。",
        [
            new("pilot-2025/1.2", "申报试点的地区应为县(市、区)、开发区。"),
            new("pilot-2025/4.1", "省级统筹数字经济发展资金对入选试点地区给予定额资金支持"),
            new("pilot-2025/4.2", "具体项目和支持额度由集群所在设区市数字经济主管部门商同级财政部门根据试点内容审核确定并报省发展改革委(省数据局)备案。"),
        ]);
}
