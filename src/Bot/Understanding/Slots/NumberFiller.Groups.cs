using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Slots;

/// <content>The figures of a group and of a firm of it: 集团合并报表12亿，寻乌子公司2亿.</content>
internal sealed partial class NumberFiller
{
    private const int NearFirm = 12;

    private static readonly string[] Groups = ["集团", "母公司", "总公司", "总部", "合并报表", "合并口径", "合并营收", "合并收入"];
    private static readonly string[] Firms = ["子公司", "分公司", "孙公司", "下属公司", "下属企业"];
    private static readonly string[] Ours = ["我们", "咱们", "我司", "本公司"];

    // Which of the two applies is not ours to say: whatever lies between is open, and asked for where it matters.
    private void TakeGroup()
    {
        if (message.Numbers.Length < 2 || Current is not { } input || Earlier is null) return;
        if (!message.Text.Contains("公司", StringComparison.Ordinal) && !message.Text.Contains("下属企业", StringComparison.Ordinal)) return;
        if (OfOnly(Groups, input) is not { } group || OfOnly(Firms, input) is not { } firm || group == firm) return;
        // 集团营收10亿，我们做软件的子公司营收8000万: whose is told.
        if (FigureContext.ContainsAny(FigureContext.Before(message.Text, firm.Span.Start, NearFirm, Breaks), Ours)) return;
        var (low, high) = (Math.Min(group.Value, firm.Value), Math.Max(group.Value, firm.Value));
        var (start, end) = (Math.Min(group.Span.Start, firm.Span.Start), Math.Max(group.Span.End, firm.Span.End));
        given[input.Name] = new NumberReading(new TextSpan(start, end - start), group.Kind, low, group.Unit, NumberPrecision.Range, low, high);
        taken.Add(group);
        taken.Add(firm);
    }

    // The only exact figure that one of these words introduces.
    private NumberReading? OfOnly(string[] words, Input input)
    {
        NumberReading? only = null;
        foreach (var number in message.Numbers)
        {
            if (!number.IsExact || !Fits(input, number) || FigureContext.IsNoFact(message.Text, number)) continue;
            var before = FigureContext.Before(message.Text, number.Span.Start, NearFirm, Breaks);
            if (!FigureContext.ContainsAny(before, words)) continue;
            if (only is not null) return null;
            only = number;
        }

        return only;
    }
}
