using Calculators.Awards;
using Calculators.Money;
using Calculators.Rules;

namespace Calculators.Xunwu51;

/// <summary>附则: of this policy's award and those of the county's other policies for the same matter, the highest one.</summary>
internal sealed class HighestAward : Calculator
{
    private const string Id = "xunwu-51/closing";
    private static readonly Quote Sentence = new(Id, "与我县出台的工业、人才、科技、金融等相关支持政策可按照就高不重复原则享受");
    private static readonly OpenPoint WithinEleven = new(
        CaveatCodes.SameMatter,
        "就高不重复是指同一事项与县里工业、人才、科技、金融等其他支持政策相比；条文没有写明十一条内部各项之间是否也适用。",
        Sentence,
        ["能不能一起拿", "能不能一起领", "能不能同时拿", "能不能同时享受", "可以同时享受", "可不可以一起拿", "能否同时享受", "能一起拿吗", "能同时拿吗", "其他奖励还能", "别的奖励还能", "其它奖励还能", "其他政策还能", "别的政策还能", "其他奖补还能", "还能拿其他奖励", "还能拿别的奖励", "还能领其他奖励", "两条都", "两条一起", "两条能不能", "几条一起", "几条都", "两项都", "两项一起", "几项一起", "几项都", "几项奖励都", "两个奖都", "两个奖励都", "都能同时", "里面的几条", "内部叠加", "互相叠加"]);

    private static readonly AwardListInput Awards = new("awards", "同一事项各项政策的金额", "请问同一事项在各项政策下分别可得多少（请说出每项政策的名称和金额）？")
    {
        Words =
        [
            "工业政策", "科技政策", "人才政策", "金融政策", "招商政策", "商务政策", "农业政策", "产业政策", "十一条", "数字经济十一条", "数字经济政策", "本政策", "工业扶持", "科技奖励", "人才补贴", "金融支持", "县工业政策", "县科技政策", "县人才政策", "县金融政策",
            "县里工业政策", "县里科技政策", "县里人才政策", "县里金融政策", "另一个政策", "其他政策",
        ],
    };

    /// <inheritdoc />
    public override string Name => "highest-award";

    /// <inheritdoc />
    public override string Clause => Id;

    /// <inheritdoc />
    public override Quote Rule => Sentence;

    /// <inheritdoc />
    public override string Title => "就高不重复后可享受的金额";

    /// <inheritdoc />
    public override bool CountsInTotal => false;

    /// <inheritdoc />
    public override IReadOnlyList<string> Words { get; } =
    [
        "就高不重复", "就高不从复", "就高原则", "就高", "不重复享受", "重复享受", "叠加享受", "能不能叠加", "叠加", "同一个项目", "同一项目", "同一事项", "同一件事", "同一个建设项目", "同一个事项", "几个政策", "好几个政策", "两个政策", "两头享受", "加一起", "一起拿",
        "政策重了", "工业政策", "科技政策", "人才政策", "金融政策",
    ];

    /// <inheritdoc />
    public override IReadOnlyList<Input> Inputs { get; } = [Awards];

    /// <inheritdoc />
    public override IReadOnlyList<OpenPoint> OpenPoints { get; } = [WithinEleven];

    /// <inheritdoc />
    public override IReadOnlyList<IStated> Figures => [];

    /// <inheritdoc />
    protected override IReadOnlyList<Condition> Conditions { get; } =
    [
        new([Awards], facts => Highest(facts).Amount > Yuan.Zero ? null : new("至少要有一项金额大于0元，才有可以享受的一项。", Awards.Name, null, Sentence)),
    ];

    /// <inheritdoc />
    protected override Award Grant(Facts facts)
    {
        var highest = Highest(facts);
        return new Award(Name, Eligible: true, highest.Amount)
        {
            Steps = [new($"各项中金额最高的是「{highest.Name}」{highest.Amount.Chinese()}，按就高不重复原则享受这一项，其余不再重复享受。", highest.Amount, Sentence)],
            NotStacked = [.. facts[Awards].Where(award => !ReferenceEquals(award, highest))],
            Caveats = [WithinEleven.Caveat],
            Quotes = [Sentence],
        };
    }

    // Of equal amounts the first one named is taken: MaxBy keeps the first.
    private static NamedAmount Highest(Facts facts) => facts[Awards].MaxBy(award => award.Amount)!;
}
