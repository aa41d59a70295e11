using Calculators.Awards;
using Calculators.Money;
using Calculators.Rules;

namespace Calculators.Xunwu51;

/// <summary>第二条, second sentence: a reward for the highest tier of yearly revenue that is reached now and not before.</summary>
internal sealed partial class CoreIndustryRevenue : Calculator
{
    private const string Id = "xunwu-51/2";
    private const string ManufacturingValue = "manufacturing";
    private const string ApplicationValue = "application";
    private static readonly Quote Sentence = new(
        Id,
        "对集成电路、智能设备、传感器与物联网终端等数字产品制造业企业年度营业收入首次达到1亿元、5亿元、10亿元及以上的，5G、信创、区块链、软件信息服务业、人工智能等产业领域的数字技术应用企业年度营业收入首次达到1000万元、5000万元、1亿元及以上的，分别给予一次性10万元、25万元和50万元奖励");
    private static readonly Stated<Yuan> Manufacturing = new(Id, "1亿元、5亿元、10亿元及以上", Yuan.Yi(1), Yuan.Yi(5), Yuan.Yi(10));
    private static readonly Stated<Yuan> Application = new(Id, "1000万元、5000万元、1亿元及以上", Yuan.Wan(1000), Yuan.Wan(5000), Yuan.Yi(1));
    private static readonly Stated<Yuan> Rewards = new(Id, "10万元、25万元和50万元奖励", Yuan.Wan(10), Yuan.Wan(25), Yuan.Wan(50));
    private static readonly Scale[] OfManufacturing = [new(Manufacturing)];
    private static readonly Scale[] OfApplication = [new(Application)];
    private static readonly Scale[] OfEither = [.. OfManufacturing, .. OfApplication];
    private static readonly Quote Separately = new(Id, "分别给予一次性10万元、25万元和50万元奖励");
    private static readonly Quote First = new(Id, "年度营业收入首次达到1亿元");
    private static readonly OpenPoint SeveralTiers = new(
        CaveatCodes.TiersCrossedAtOnce,
        "一次跨过几档的，条文没有写明各档奖励能否相加，这里按最高一档计算，以责任单位解释为准。",
        Separately,
        ["跨档", "跨了档", "跨两档", "跨了两档", "跨三档", "跨了三档", "跨几档", "跨了几档", "连跨", "一次跨", "跳档", "各档相加", "每档都", "每一档都", "各档都", "几档加", "两档加", "三档加", "两档都", "三档都", "几档都", "两档一起", "几档一起", "档…累加", "档…叠加", "档…相加"]);
    private static readonly OpenPoint SinceWhen = new(
        CaveatCodes.FirstTimeSinceWhen,
        "条文没有写明「首次」从企业成立以来算，还是从政策印发以来算，这里按企业成立以来算。",
        First,
        ["首次怎么算", "首次是怎么算", "什么叫首次", "什么算首次", "怎么才算首次", "怎样才算首次", "首次是指", "首次从什么", "首次从哪", "首次认定", "首次的认定", "第一次怎么算"]);

    /// <inheritdoc />
    public override string Name => "core-industry-revenue";

    /// <inheritdoc />
    public override string Clause => Id;

    /// <inheritdoc />
    public override Quote Rule => Sentence;

    /// <inheritdoc />
    public override string Title => "营业收入上台阶奖励";

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = [Category, AnnualRevenue, PreviousHighestRevenue];

    /// <inheritdoc />
    public override IReadOnlyList<OpenPoint> OpenPoints { get; } = [SeveralTiers, SinceWhen];

    /// <inheritdoc />
    public override IReadOnlyList<IStated> Figures { get; } = [Manufacturing, Application, Rewards];

    /// <inheritdoc />
    protected override IReadOnlyList<Condition> Conditions { get; } =
        [new([PreviousHighestRevenue], SomeTierIsLeft), new([AnnualRevenue], ANewTierIsReached)];

    /// <inheritdoc />
    protected override Award Grant(Facts facts)
    {
        var revenue = facts[AnnualRevenue];
        var scale = Of(facts[Category]);
        var crossed = Crossed(scale, facts);
        var tier = crossed[^1];
        var above = FirstAbove(scale, facts);
        var beyond = above is null ? "，已是最高一档" : $"，未达到{above.Threshold.Chinese()}档";
        return new Award(Name, Eligible: true, tier.Reward)
        {
            Steps =
            [
                new($"年度营业收入{revenue.Chinese()}，首次达到{tier.Threshold.Chinese()}档{beyond}。", null, scale.Stated.Quote),
                new($"一次性奖励{tier.Reward.Chinese()}。", tier.Reward, Rewards.Quote),
            ],
            Readings = Readings(crossed),
            Caveats = Caveats(facts, crossed),
            Quotes = [Sentence],
        };
    }

    /// <inheritdoc />
    protected override NextTier? Above(Facts facts) => FirstAbove(Of(facts[Category]), facts) is { } above ? Next(facts, AnnualRevenue, above.Threshold.Amount) : null;

    /// <inheritdoc />
    protected override Award Refuse(Facts facts, IReadOnlyList<Unmet> unmet) => base.Refuse(facts, unmet) with { Caveats = Caveats(facts, []) };

    // 「分别给予一次性」 does not say whether the tiers crossed at once add up; the contract takes the highest.
    private static IReadOnlyList<Reading> Readings(ReadOnlySpan<Tier> crossed) => crossed is [_, .., var highest]
        ? [new("按最高一档", highest.Reward, Separately), new("各档相加", Sum(crossed), Separately)]
        : [];

    private static Yuan Sum(ReadOnlySpan<Tier> tiers)
    {
        var sum = Yuan.Zero;
        foreach (var tier in tiers) sum += tier.Reward;
        return sum;
    }

    private static List<Caveat> Caveats(Facts facts, ReadOnlySpan<Tier> crossed)
    {
        var caveats = new List<Caveat>();
        if (Readings(crossed) is [var highest, var sum])
        {
            var tiers = string.Join("、", crossed.ToArray().Select(tier => tier.Threshold.Chinese()));
            caveats.Add(new(
                CaveatCodes.TiersCrossedAtOnce,
                $"一次跨过{tiers}几档，条文没有写明各档奖励能否相加：这里按最高一档计{highest.Amount.Chinese()}，如可相加为{sum.Amount.Chinese()}，以责任单位解释为准。",
                Separately));
        }

        foreach (var scale in Candidates(facts))
        {
            if (Before(scale, facts) == 0) continue;
            caveats.Add(SinceWhen.Caveat);
            break;
        }

        return caveats;
    }

    private static Unmet? SomeTierIsLeft(Facts facts)
    {
        foreach (var scale in Candidates(facts))
        {
            if (Before(scale, facts) < scale.Tiers.Length) return null;
        }

        return new(
            $"以往年度营业收入最高{facts[PreviousHighestRevenue].Chinese()}，各档以前都已达到，不再是首次达到。",
            PreviousHighestRevenue.Name,
            null,
            Candidates(facts)[0].Stated.Quote);
    }

    // Where the category is not known yet, a revenue below what either asks for decides already.
    private static Unmet? ANewTierIsReached(Facts facts)
    {
        var revenue = facts[AnnualRevenue];
        var (lowest, quote) = (Yuan.Zero, default(Quote));
        foreach (var scale in Candidates(facts))
        {
            if (Before(scale, facts) is var at && at == scale.Tiers.Length) continue;
            if (quote is null || scale.Tiers[at].Threshold < lowest) (lowest, quote) = (scale.Tiers[at].Threshold, scale.Stated.Quote);
        }

        if (quote is null || lowest <= revenue) return null;
        var gap = lowest - revenue;
        var before = Candidates(facts).Where(scale => Before(scale, facts) > 0).Select(scale => scale.Tiers[Before(scale, facts) - 1]).FirstOrDefault();
        var already = before is null ? string.Empty : $"以往最高{facts[PreviousHighestRevenue].Chinese()}，{before.Threshold.Chinese()}档以前已经达到，不再是首次；";
        return new(
            $"{already}年度营业收入须首次达到{lowest.Chinese()}，目前{revenue.Chinese()}，还差{gap.Chinese()}。",
            AnnualRevenue.Name,
            gap.Amount,
            quote);
    }
}
