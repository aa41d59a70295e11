using System.Buffers;
using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Slots;

/// <summary>
/// Counts that are told by several figures, where an award counts more than one thing: 技术创新型10家、平台服务型10家; 比20家少1家;
/// 去年15家，今年新增6家; of a joint application a县8家、b县7家. The figures give way to the one that they come to, or to none where that is open.
/// </summary>
internal static partial class CountReckoning
{
    private const int Near = 8, Close = 4;

    private static readonly SearchValues<char> Breaks = SearchValues.Create(",。;!?、\n");
    private static readonly SearchValues<char> Ends = SearchValues.Create("。;!?\n");

    private static readonly string[] Totals = ["共", "一共", "总共", "合计", "总计", "加起来", "加起来有", "共有", "一共有", "总共有", "合起来", "合起来有"];
    private static readonly string[] Earlier = ["去年", "上年", "前年", "原来", "原先", "原有", "本来", "之前", "以前", "年初", "早先"];
    private static readonly string[] Anew = ["又", "再", "还", "后来", "后面"];
    private static readonly string[] Within = ["其中", "含", "包括", "里面", "里头"];
    private static readonly string[] Gone = ["倒闭", "倒了", "关了", "关停", "关门", "停产", "停业", "破产", "注销", "搬走", "搬了", "迁走", "迁出", "退出", "跑了", "没了", "黄了"];
    private static readonly string[] Some = ["有", "其中", "其中有", "里面", "里面有", "里头有", "但有", "可有", "已有", "已经有", "刚有"];
    private static readonly string[] Short = ["差", "还差", "只差", "就差", "还少", "少", "缺", "还缺"];
    private static readonly string[] Beyond = ["多", "多了", "多出", "还多"];

    private static readonly string[] Measured = ["比", "比要求的", "离", "距", "距离", "较"];
    private static readonly string[] Reached = ["到", "就到", "就是", "就有", "就满", "满", "够", "就够", "不到"];

    /// <summary>The message with the figures that are meant.</summary>
    /// <param name="message">The message.</param>
    /// <param name="calculator">Whose inputs are filled.</param>
    /// <param name="known">What is known, with the choices of this message.</param>
    internal static Message Reckon(Message message, Calculator calculator, KnownFacts known)
    {
        if (message.Numbers.Length < 2 || !CountsSeveral(calculator)) return message;
        List<NumberReading> numbers = [.. message.Numbers];
        AddWritten(message.Text, numbers);
        Compare(message.Text, numbers);
        AddParts(message, calculator, numbers);
        if (Together.Apply(message, calculator, known)) AddCounties(message, calculator, numbers);
        Change(message.Text, numbers);
        return numbers.Count == message.Numbers.Length ? message : message with { Numbers = [.. numbers] };
    }

    private static bool CountsSeveral(Calculator calculator)
    {
        var counts = 0;
        for (var k = 0; k < calculator.Inputs.Count; k++)
        {
            if (calculator.Inputs[k] is CountInput { Required: true }) counts++;
        }

        return counts > 1;
    }

    // 8+5+4+6家.
    private static void AddWritten(string text, List<NumberReading> numbers)
    {
        for (var i = numbers.Count - 2; i >= 0; i--)
        {
            var (first, next) = (numbers[i], numbers[i + 1]);
            if (next.Kind != NumberKind.Count || first.Kind is not (NumberKind.Number or NumberKind.Count) || (first.Kind == NumberKind.Count && first.Unit != next.Unit)) continue;
            if (Between(text, first, next).Trim(' ') is not ("+" or "加" or "加上" or "再加")) continue;
            Replace(numbers, i, i + 1, next, first.Value + next.Value);
        }
    }

    // 比20家少1家, 离20家还差1家, 差1家到20家.
    private static void Compare(string text, List<NumberReading> numbers)
    {
        for (var i = 0; i + 1 < numbers.Count; i++)
        {
            var (first, next) = (numbers[i], numbers[i + 1]);
            if (!IsSame(first, next)) continue;
            var between = Between(text, first, next).Trim(' ', ',').Replace("要求", "", StringComparison.Ordinal);
            if (EndingIn(text, first.Span.Start, Measured) is > 0 and var measured)
            {
                if (Short.Contains(between)) Replace(numbers, i, i + 1, first, first.Value - next.Value, measured);
                else if (Beyond.Contains(between)) Replace(numbers, i, i + 1, first, first.Value + next.Value, measured);
            }
            else if (EndingIn(text, first.Span.Start, Short) is > 0 and var missing && Reached.Contains(between)) Replace(numbers, i, i + 1, first, next.Value - first.Value, missing);
        }
    }

    private static int EndingIn(string text, int end, string[] words)
    {
        var longest = 0;
        foreach (var word in words)
        {
            if (word.Length > longest && text.AsSpan(0, end).EndsWith(word, StringComparison.Ordinal)) longest = word.Length;
        }

        return longest;
    }

    // 技术创新型10家、平台服务型10家 make 20; where the whole is told as well, it holds.
    private static void AddParts(Message message, Calculator calculator, List<NumberReading> numbers)
    {
        for (var k = 0; k < calculator.Inputs.Count; k++)
        {
            if (calculator.Inputs[k] is not CountInput { Parts.Count: > 0 } input) continue;
            List<int> parts = [];
            for (var i = 0; i < numbers.Count; i++)
            {
                if (Fits(input, numbers[i]) && NamesPart(message.Text, numbers, i, input.Parts)) parts.Add(i);
            }

            if (parts.Count < 2) continue;
            if (IsWhole(message, calculator, input, numbers, parts[0])) RemoveAll(numbers, parts);
            else Add(message.Text, numbers, parts);
        }
    }

    // 优质企业a县8家、b县7家; a县优质8家，b县优质13家.
    private static void AddCounties(Message message, Calculator calculator, List<NumberReading> numbers)
    {
        for (var k = 0; k < calculator.Inputs.Count; k++)
        {
            if (calculator.Inputs[k] is not CountInput { Required: true } input) continue;
            List<int> parts = [];
            for (var i = 0; i < numbers.Count; i++)
            {
                if (!Fits(input, numbers[i]) || FigureContext.IsNoFact(message.Text, numbers[i])) continue;
                if (IsNamed(message, calculator, input, numbers, i)) parts.Add(i);
                // The county alone stands before the figures that follow.
                else if (parts.Count > 0 && parts[^1] == i - 1 && IsOfCounty(message.Text, numbers, i) && !NamesInput(message, calculator, numbers[i - 1].Span.End, numbers[i].Span.Start)) parts.Add(i);
            }

            if (parts.Count > 1 && !Corrects(message, numbers[parts[0]].Span.End, numbers[parts[^1]].Span.Start)) Add(message.Text, numbers, parts);
        }
    }

    // 优质企业去年15家，今年新增6家; 优质企业22家，有3家倒闭了. Where it stays open whether the first figure holds it already, neither counts.
    private static void Change(string text, List<NumberReading> numbers)
    {
        for (var i = 0; i + 1 < numbers.Count; i++)
        {
            var (first, next) = (numbers[i], numbers[i + 1]);
            if (!IsSame(first, next) || FigureContext.IsNoFact(text, first) || Between(text, first, next).AsSpan().ContainsAny(Ends)) continue;
            var before = FigureContext.Before(text, next.Span.Start, Near, Breaks);
            var sign = FigureContext.Change(text, next);
            var isGone = FigureContext.ContainsAny(FigureContext.After(text, next.Span.End, Close, Breaks), Gone);
            if (sign > 0 && !isGone && !FigureContext.ContainsAny(before, Within))
            {
                if (FigureContext.ContainsAny(FigureContext.Before(text, first.Span.Start, Near, Breaks), Earlier) || FigureContext.ContainsAny(before, Anew)) Replace(numbers, i, i + 1, first, first.Value + next.Value);
                else Drop(numbers, i);
            }
            else if (sign < 0 || isGone)
            {
                if (isGone && FigureContext.EndsWithAny(text, next.Span.Start, Some) && first.Value >= next.Value) Replace(numbers, i, i + 1, first, first.Value - next.Value);
                else Drop(numbers, i);
            }
        }

        static void Drop(List<NumberReading> numbers, int at) => numbers.RemoveRange(at, 2);
    }
}
