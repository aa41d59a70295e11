using Bot.Understanding.Marks;
using Calculators.Money;
using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Slots;

/// <content>Figures whose unit was said with the figure that they stand for.</content>
internal sealed partial class NumberFiller
{
    private const decimal TenThousand = 10000m;

    // Fewer than this may as well count what the award counts.
    private const decimal LeastBesideCount = 100m;

    // 那1500呢, 换成900呢: nothing but the figure.
    private const int LongestAlone = 8;

    // 按550算呢, after 640万: the unit is that of the figure that it takes the place of.
    private void TakeInTheSameUnit(KnownFacts known)
    {
        if (message.Numbers is not [{ Kind: NumberKind.Number, IsExact: true, Value: >= 1m and < TenThousand } number] || message.Text.Length > ShortestDemand) return;
        var (text, at, end) = (message.Text, number.Span.Start, number.Span.End);
        if (end < text.Length && char.IsLetter(text[end]) && !"算呢的来吧了话".Contains(text[end], StringComparison.Ordinal)) return;
        if (text.Length > LongestAlone && !FigureContext.IsProposed(text, number) && !FigureContext.IsReplacing(text, number) && !message.Has(Cue.Correction)) return;
        if (FigureContext.IsNoFact(text, number) || (at > 0 && text[at - 1] == '第')) return;
        Input? only = null;
        foreach (var input in inputs)
        {
            if (input is CountInput && number.Value < LeastBesideCount) return;
            if (input is not MoneyInput { Required: true }) continue;
            if (only is not null) return;
            only = input;
        }

        if (only is null || known.Find(only) is not { Value: Yuan { Amount: >= TenThousand }, Words: var words } || !IsInTenThousands(words)) return;
        var value = number.Value * TenThousand;
        given.Add(only.Name, number with { Kind = NumberKind.Money, Value = value, Low = value, High = value });
        taken.Add(number);
    }

    // 640万, or such a figure once more: 550.
    private static bool IsInTenThousands(string words)
    {
        const int most = 4;
        return !words.Contains('亿', StringComparison.Ordinal) && (words.Contains('万', StringComparison.Ordinal) || (words.Length is > 0 and <= most && words.All(char.IsAsciiDigit)));
    }
}
