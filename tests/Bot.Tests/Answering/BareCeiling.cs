using Calculators.Awards;
using Calculators.Money;
using Calculators.Rules;

namespace Bot.Tests.Answering;

/// <summary>A faulty calculator: it judges whether one qualifies and hands out a ceiling, so that the ceiling's own words are never shown.</summary>
internal sealed class BareCeiling : Calculator
{
    internal static readonly CountInput Towers = new("towers", "灯塔数量", "请问有几座灯塔？") { Words = ["灯塔"], Units = ["座"] };

    public override string Name => "bare-ceiling";

    public override string Clause => "xunwu-51/2";

    public override Quote Rule => new("xunwu-51/2", "一次性给予100万元奖励");

    public override string Title => "灯塔补助";

    public override IReadOnlyList<string> Words => ["灯塔补助"];

    public override IReadOnlyList<Input> Inputs => [Towers];

    public override IReadOnlyList<IStated> Figures => [];

    public override bool JudgesEligibility => true;

    protected override IReadOnlyList<Condition> Conditions => [];

    protected override Award Grant(Facts facts) => new(Name, true, Yuan.Wan(100)) { IsCeiling = true, Quotes = [Rule] };
}
