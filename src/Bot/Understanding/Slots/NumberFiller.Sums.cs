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
    private static readonly SearchValues<char> InNames = SearchValues.Create("期笔半季轮");

    private static readonly string[] Pending = ["还没", "没到", "没投", "没付", "未到", "未投", "还在", "在谈", "准备", "打算", "计划", "预计", "明年", "将要", "还要"];

    // Of a year all parts are needed; of phases and payments as many as there are, two at the least.
    private static readonly (string[][] Names, int Least)[] Parts =
    [
        ([["一期", "首期"], ["二期"], ["三期"], ["四期"], ["五期"]], 2),
        ([["第一笔", "头一笔", "首笔"], ["第二笔"], ["第三笔"], ["第四笔"]], 2),
        ([["种子轮"], ["天使轮"], ["a轮"], ["b轮"], ["c轮"]], 2),
        ([["第一轮", "头一轮", "首轮"], ["第二轮"], ["第三轮"]], 2),
        ([["上半年"], ["下半年"]], 2),
        ([["一季度"], ["二季度"], ["三季度"], ["四季度"]], 4),
    ];

    // What a project is made of, where no whole is told.
    private static readonly string[][] Costs = [["设备", "硬件"], ["土建", "建安", "施工"], ["软件"], ["安装", "调试"], ["布线", "线路", "光缆"]];

    private static readonly SearchValues<string> Wholes = SearchValues.Create(["其中", "总投资", "投资总额", "总额", "一共", "总共", "合计", "共投"], StringComparison.Ordinal);

    // The parts are added up for what the award is worked out from, and stand for nothing else.
    private void TakeSums()
    {
        if (message.Numbers.Length < 2 || Current is not { } input) return;
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
        if (parts.Count < least || !parts.TrueForAll(p => p.IsExact)) return false;
        var sum = parts.Sum(p => p.Value);
        given[input.Name] = parts[0] with { Value = sum, Low = sum, High = sum };
        taken.AddRange(parts);
        // 一共650万 says it once more.
        taken.AddRange(message.Numbers.Where(n => n.Value == sum));
        return true;
    }

    // 前三季度营收4200万 is no year's revenue, and three quarters make none.
    private void LeavePartsOfYear()
    {
        if (!inputs.Exists(static i => i is MoneyInput { WordsBeforeLater.Count: > 0 })) return;
        var whole = message.Numbers.Any(n => PartsOfYear.IsWhole(message.Text, n));
        foreach (var number in message.Numbers)
        {
            if (!taken.Contains(number) && (PartsOfYear.Is(message.Text, number) || (whole && PartsOfYear.IsByNow(message.Text, number)))) taken.Add(number);
        }
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
