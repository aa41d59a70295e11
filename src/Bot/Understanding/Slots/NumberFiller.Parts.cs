using Bot.Understanding.Marks;
using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Slots;

/// <content>What a figure is of: the part that an award counts, or another thing named behind it.</content>
internal sealed partial class NumberFiller
{
    private static readonly string[] OfAnother = ["的投", "的合同", "的订单", "的项目", "的贷款", "的融资", "的工程", "的单", "的产值", "的利润", "的设备", "的基", "的5g", "的平台", "的数据", "的算", "的超算", "的区块", "合同", "订单", "项目", "投资", "融资", "贷款", "产值", "利润"];

    // 服务了15家，本地的8家: the part is what the award counts, however near the whole stands to the words for it.
    private void TakeParts()
    {
        Pair? nearest = null;
        foreach (var mark in message.Marks)
        {
            if (mark.Meaning is not Meaning.InputPart part || part.Calculator != calculator) continue;
            foreach (var number in message.Numbers)
            {
                if (Undecided.Is(message.Text, mark.Start, mark.End))
                {
                    unknown = part.Input;
                    break;
                }

                if ((number.Kind == NumberKind.Number && part.Input is CountInput) || !Fits(part.Input, number) || FigureContext.IsNoFact(message.Text, number) || IsGone(number) || Cost(mark, number) is not ({ } cost and < Comma)) continue;
                if (nearest is not { } found || cost < found.Cost) nearest = new Pair(cost, number, part.Input, 0);
            }
        }

        if (nearest is not { Input: { } input } taking || given.ContainsKey(input.Name)) return;
        taken.Add(taking.Number);
        given.Add(input.Name, taking.Number);
    }

    /// <summary>Whether words that hold a sum between them are of another thing, named behind it: 做了3亿的投资 is no revenue.</summary>
    internal static bool IsOfAnother(Message message, Mark mark)
    {
        if (message.Text[mark.End - 1] != '亿' || mark.Meaning is not Meaning.InputWord { Input: MoneyInput }) return false;
        foreach (var number in message.Numbers)
        {
            if (number.Span.Start > mark.Start && number.Span.Start < mark.End && number.Span.End >= mark.End) return FigureContext.StartsWithAny(message.Text, number.Span.End, OfAnother);
        }

        return false;
    }
}
