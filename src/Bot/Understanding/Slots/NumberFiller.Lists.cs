using System.Buffers;
using Bot.Understanding.Marks;
using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Slots;

/// <content>Parts of one sum told as a list: 四个季度分别是300万、280万、260万、310万; 到账300万、500万、700万三轮.</content>
internal sealed partial class NumberFiller
{
    private const int NearList = 16, BehindList = 8;

    private static readonly SearchValues<char> Ends = SearchValues.Create("。;!?\n");

    // What stands between two figures of a list.
    private static readonly string[] Joints = ["、", ",", "和", "及", "以及", "加", "+", "跟", ",和", "、和", " ", "/"];

    // What the parts are, and of how many a year is made; where that is not fixed, the list itself says how many there are.
    private static readonly (string Name, int OfYear)[] PartNames = [("季度", 4), ("半年", 2), ("个月", 12), ("月份", 12), ("轮", 0), ("笔", 0), ("期", 0), ("批", 0), ("次", 0)];

    private static readonly string[] Severally = ["分别", "各轮", "各笔", "各期", "各批", "先后", "陆续", "依次", "分批", "分期", "分次", "分笔", "几轮", "几笔", "几期", "几批", "几次"];

    // Whether a list of parts was found; where they do not make up what the award is worked out from, none of them is it.
    private bool TakeList(Input input)
    {
        for (var from = 0; from < message.Numbers.Length; from++)
        {
            var to = EndOfList(from);
            if (to == from) continue;
            if (CountOf(from, to) is not { } count || IsOfOther(from)) continue;
            var parts = message.Numbers[from..(to + 1)];
            taken.AddRange(parts);
            Open = input;
            if (parts.Length != count || !parts.All(p => p.IsExact && Fits(input, p) && p.Kind == parts[^1].Kind && !FigureContext.IsNoFact(message.Text, p))) return true;
            if (FigureContext.ContainsAny(message.Text.AsSpan(parts[^1].Span.End), Pending)) return true;
            var sum = parts.Sum(p => p.Value);
            given[input.Name] = parts[0] with { Value = sum, Low = sum, High = sum };
            taken.AddRange(message.Numbers.Where(n => n.Value == sum));
            return true;
        }

        return false;
    }

    private int EndOfList(int from)
    {
        var to = from;
        if (!IsMoney(message.Numbers[from])) return to;
        while (to + 1 < message.Numbers.Length && IsMoney(message.Numbers[to + 1]) && IsJoint(message.Text.AsSpan(message.Numbers[to].Span.End, message.Numbers[to + 1].Span.Start - message.Numbers[to].Span.End))) to++;
        return to;

        static bool IsMoney(NumberReading number) => number.Kind is NumberKind.Money or NumberKind.Number;

        static bool IsJoint(ReadOnlySpan<char> between)
        {
            foreach (var joint in Joints)
            {
                if (between.SequenceEqual(joint)) return true;
            }

            return false;
        }
    }

    // 前三年分别是: years are told one by one, and which is meant is asked for.
    private static readonly string[] SpansOfYears = ["前两年", "前三年", "近两年", "近三年", "近几年", "前几年", "过去两年", "过去三年", "这两年", "这三年", "这几年", "连续两年", "连续三年", "三年营收", "两年营收", "三年的营收", "两年的营收", "三年营业收入", "两年营业收入"];

    // How many parts there are said to be; null where nothing says that the list is one of parts.
    private int? CountOf(int from, int to)
    {
        var before = FigureContext.Before(message.Text, message.Numbers[from].Span.Start, NearList, Ends);
        var after = FigureContext.After(message.Text, message.Numbers[to].Span.End, BehindList, Ends);
        if (before.Contains("项目", StringComparison.Ordinal) || after.Contains("项目", StringComparison.Ordinal)) return null;
        if (IsYearly && FigureContext.ContainsAny(before, SpansOfYears)) return 0;
        foreach (var (name, ofYear) in PartNames)
        {
            if (CountIn(before, name, isBefore: true) is { } ahead) return ofYear > 0 ? ofYear : ahead > 0 ? ahead : to - from + 1;
            if (CountIn(after, name, isBefore: false) is > 0 and var behind) return ofYear > 0 ? ofYear : behind;
        }

        return null;
    }

    // 三轮 says 3, 分别 with 各轮 as many as there are: 0. Null where the words name no parts.
    private static int? CountIn(ReadOnlySpan<char> text, string name, bool isBefore)
    {
        const string numerals = "零一二三四五六七八九十";
        for (var at = text.LastIndexOf(name, StringComparison.Ordinal); at > 0; at = text[..at].LastIndexOf(name, StringComparison.Ordinal))
        {
            var counted = text[at - 1] == '个' && at > 1 ? text[at - 2] : text[at - 1];
            // 第三轮, 前三季度 name one part, or some of them.
            var place = text[..at].LastIndexOf(counted);
            if (place > 0 && text[place - 1] is '第' or '前' or '后') continue;
            if (counted is '两' or '俩') return 2;
            if (counted is '上' && name == "半年" && isBefore) return 2;
            // 头一次 counts nothing.
            if (char.IsAsciiDigit(counted) && counted > '1') return counted - '0';
            if (numerals.IndexOf(counted, StringComparison.Ordinal) is > 1 and var value) return value;
        }

        return isBefore && FigureContext.ContainsAny(text, Severally) && text.Contains(name, StringComparison.Ordinal) ? 0 : null;
    }

    // 协议写的300万、500万、700万三轮: the words before them are of something else.
    private bool IsOfOther(int from)
    {
        var start = message.Numbers[from].Span.Start;
        var (nearest, isOther) = (-1, false);
        foreach (var mark in message.Marks)
        {
            if (mark.End > start || start - mark.End > NearList) continue;
            switch (mark.Meaning)
            {
                case Meaning.InputWord word when word.Calculator == calculator && mark.End > nearest: (nearest, isOther) = (mark.End, false); break;
                case Meaning.OtherFigure other when other.Calculator == calculator && mark.End >= nearest: (nearest, isOther) = (mark.End, true); break;
            }
        }

        return isOther || FigureContext.IsOfAnotherAct(message.Text, message.Numbers[from]);
    }
}
