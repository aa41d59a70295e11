using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Privacy;

/// <summary>
/// Puts asterisks over telephone, identity and card numbers and e-mail addresses, before a text is read, kept, logged or sent on.
/// What the number reader takes as money stays, whatever it looks like. The length stays; time grows with it and nothing faster.
/// </summary>
internal sealed class Masker(Catalogue catalogue)
{
    private const char Cover = '*';

    // Of fewer digits than a telephone number has nothing is hidden.
    private const int FewestDigits = 7;
    private readonly Surroundings surroundings = new(catalogue.Calculators);

    /// <summary>Masks a text; one that holds nothing personal is not copied. A masked text stays as it is.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="expectsFigure">Whether the user was just asked for a figure, so that a bare number is more likely that.</param>
    internal string Mask(string text, bool expectsFigure = false)
    {
        if (!MayHold(text)) return text;
        var normal = Normaliser.Normalise(text);
        List<TextSpan> found = [];
        AddAddresses(normal.Text, found);
        AddNumbers(normal, expectsFigure, found);
        return found.Count == 0 ? text : Covered(normal, found);
    }

    private static bool MayHold(string text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            if (c is '@' or '＠' or '﹫') return true;
            if ((char.IsNumber(c) || char.IsSurrogate(c) || DigitRun.IsDigit(c, chinese: true)) && ++digits >= FewestDigits) return true;
        }

        return false;
    }

    private static void AddAddresses(string text, List<TextSpan> found)
    {
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            if (Addresses.Around(text, at) is { } address) found.Add(address);
        }
    }

    private void AddNumbers(NormalisedText normal, bool expectsFigure, List<TextSpan> found)
    {
        var text = normal.Text;
        var figures = new Figures(normal);
        List<TextSpan> groups = [];
        for (var i = 0; i < text.Length;)
        {
            var chinese = DigitRun.IsDigit(text[i], chinese: true);
            if (!chinese && !char.IsAsciiDigit(text[i]))
            {
                i++;
                continue;
            }

            groups.Clear();
            i = TakeGroups(text, i, chinese, groups);
            AddRuns(text, groups, figures, expectsFigure, found);
        }
    }

    private static int TakeGroups(string text, int at, bool chinese, List<TextSpan> groups)
    {
        while (true)
        {
            var start = at;
            while (at < text.Length && DigitRun.IsDigit(text[at], chinese)) at++;
            groups.Add(new TextSpan(start, at - start));
            if (at + 1 >= text.Length || !DigitRun.IsSeparator(text[at]) || !DigitRun.IsDigit(text[at + 1], chinese)) return at;
            at++;
        }
    }

    private void AddRuns(string text, List<TextSpan> groups, Figures figures, bool expectsFigure, List<TextSpan> found)
    {
        var run = new DigitRun(stackalloc char[DigitRun.MostDigits], stackalloc int[DigitRun.MostGroups]);
        Span<TextSpan> window = stackalloc TextSpan[DigitRun.MostGroups];
        for (var g = 0; g < groups.Count;)
        {
            var taken = 1;
            for (var most = Math.Min(DigitRun.MostGroups, groups.Count - g); most > 0; most--)
            {
                for (var i = 0; i < most; i++) window[i] = groups[g + i];
                if (!run.Take(text, window[..most]) || !IsPersonal(text, run, figures, expectsFigure)) continue;
                found.Add(run.Span);
                taken = most;
                break;
            }

            g += taken;
        }
    }

    private bool IsPersonal(string text, in DigitRun run, Figures figures, bool expectsFigure)
    {
        var number = PersonalNumbers.Of(run);
        var called = number == PersonalNumber.None && Surroundings.IsCalledPersonal(text, run.Span, run.Digits.Length);
        if ((number == PersonalNumber.None && !called) || IsPartOfWord(text, run.Span)) return false;
        var figure = figures.At(run.Span);
        return figure switch
        {
            Figure.Money => false,
            // 电话13800138000张三: 张 is a measure word and a name. Where the number is called one, it is one.
            Figure.Counted => Surroundings.IsNamed(text, run.Span),
            _ when number == PersonalNumber.Mobile => surroundings.Of(text, run.Span) switch
            {
                Said.Personal => true,
                Said.Amount => false,
                _ => !expectsFigure && figure == Figure.Bare,
            },
            _ => true,
        };
    }

    // A serial number or an id, unless the letters before it say what it is. And no part of a decimal: 13800138000.50.
    private static bool IsPartOfWord(string text, TextSpan span)
    {
        if (span.End < text.Length && (char.IsAsciiLetter(text[span.End]) || text[span.End] is '_' or '%')) return true;
        if (span.End + 1 < text.Length && text[span.End] is '.' or ',' && char.IsAsciiDigit(text[span.End + 1])) return true;
        if (span.Start == 0) return false;
        var before = text[span.Start - 1];
        if (before is '.' or ',' && span.Start > 1 && char.IsAsciiDigit(text[span.Start - 2])) return true;
        return (char.IsAsciiLetter(before) || before == '_') && !Surroundings.IsNamed(text, span);
    }

    private static string Covered(NormalisedText normal, List<TextSpan> found) => string.Create(normal.Original.Length, (normal, found), static (copy, state) =>
    {
        state.normal.Original.CopyTo(copy);
        foreach (var span in state.found)
        {
            var origin = state.normal.Origin(span);
            foreach (ref var c in copy.Slice(origin.Start, origin.Length))
            {
                if (char.IsLetterOrDigit(c) || char.IsNumber(c) || char.IsSurrogate(c)) c = Cover;
            }
        }
    });
}
