using System.Buffers;
using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Slots;

/// <content>A sum that is told in parts: 一期380万、二期270万; 上半年600万，下半年500万.</content>
internal sealed partial class NumberFiller
{
    // What a part and its figure have between them: 一期投了380万.
    private const int FarthestPart = 8;

    private static readonly SearchValues<char> Breaks = SearchValues.Create(",。;、!?");

    // One of them is in each name of a part.
    private static readonly SearchValues<char> InNames = SearchValues.Create("期笔半季轮月");

    private static readonly string[] Pending = ["还没", "没到", "没投", "没付", "未到", "未投", "还在", "在谈", "准备", "打算", "计划", "预计", "明年", "将要", "还要"];

    // Of a year all parts are needed; of phases and payments as many as there are, two at the least.
    private static readonly (string[][] Names, int Least)[] Parts =
    [
        ([["一期", "首期"], ["二期"], ["三期"], ["四期"], ["五期"]], 2),
        ([["第一笔", "头一笔", "首笔"], ["第二笔"], ["第三笔"], ["第四笔"]], 2),
        ([["种子轮"], ["天使轮"], ["a轮"], ["b轮"], ["c轮"]], 2),
        ([["第一轮", "头一轮", "首轮"], ["第二轮"], ["第三轮"]], 2),
        ([["上半年", "前半年", "前6个月", "前六个月"], ["下半年", "后半年", "后6个月", "后六个月"]], 2),
        ([["前三季度", "前3季度", "前三个季度", "前3个季度", "1到3季度", "1至3季度", "1-3季度", "1~3季度", "一到三季度", "一至三季度"], ["四季度", "4季度", "最后一个季度", "最后一季"]], 2),
        ([["前九个月", "前9个月", "1到9月", "1至9月", "1-9月", "1~9月", "一到九月", "一至九月"], ["后三个月", "后3个月", "最后三个月", "最后3个月", "四季度", "4季度"]], 2),
        ([["一季度"], ["二季度"], ["三季度"], ["四季度"]], 4),
    ];

    // What a project is made of, where no whole is told.
    private static readonly string[][] Costs = [["设备", "硬件"], ["土建", "建安", "施工"], ["软件"], ["安装", "调试"], ["布线", "线路", "光缆"]];

    private static readonly SearchValues<string> Wholes = SearchValues.Create(["其中", "总投资", "投资总额", "总额", "一共", "总共", "合计", "共投"], StringComparison.Ordinal);

    // The parts are added up for what the award is worked out from, and stand for nothing else.
    private void TakeSums()
    {
        if (message.Numbers.Length < 2 || Current is not { } input) return;
        if (TakeList(input)) return;
        if (message.Text.AsSpan().ContainsAny(InNames))
        {
            foreach (var (names, least) in Parts)
            {
                if (TakeSum(names, least, input)) return;
            }
        }

        // 设备500万，土建300万.
        if (calculator.IsPerProject && !message.Text.AsSpan().ContainsAny(Wholes)) TakeSum(Costs, 2, input);
    }

    private bool TakeSum(string[][] names, int least, Input input)
    {
        List<NumberReading> parts = [.. names.Select(part => OfPart(part, input)).OfType<NumberReading>().Distinct()];
        // 四季度1500万到2500万: a part may be a span, and so is the sum then.
        if (parts.Count < least || !parts.TrueForAll(p => p.IsExact || p is { Precision: NumberPrecision.Range, Low: not null, High: not null })) return false;
        var sum = parts.Sum(p => p.Value);
        given[input.Name] = (parts.Find(p => !p.IsExact) ?? parts[0]) with { Value = sum, Low = parts.Sum(p => p.Low), High = parts.Sum(p => p.High) };
        taken.AddRange(parts);
        // 一共650万 says it once more.
        taken.AddRange(message.Numbers.Where(n => n.Value == sum));
        return true;
    }

    // A轮700万还在谈, 二期270万没投: what has not come yet is no part.
    private bool IsPending(ReadOnlySpan<char> before, NumberReading number)
    {
        const int near = 6;
        return FigureContext.ContainsAny(before, Pending) || FigureContext.ContainsAny(FigureContext.After(message.Text, number.Span.End, near, Breaks), Pending);
    }

    private NumberReading? OfPart(string[] names, Input input)
    {
        foreach (var number in message.Numbers)
        {
            if (!Fits(input, number) || FigureContext.IsNoFact(message.Text, number)) continue;
            var before = FigureContext.Before(message.Text, number.Span.Start, FarthestPart, Breaks);
            if (FigureContext.ContainsAny(before, names)) return IsPending(before, number) ? null : number;
        }

        return null;
    }
}
