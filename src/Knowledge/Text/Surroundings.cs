namespace Knowledge.Text;

/// <summary>Whether what looks like a numeral stands where a numeral can stand.</summary>
internal static class Surroundings
{
    private static readonly WordTable Triggers = new("过", "破", "上", "近", "超", "达", "逾", "满", "约", "到", "不到", "不足", "超过", "突破", "将近", "接近", "首破");

    /// <summary>Where the Latin word ends that this figure is part of (pm2.5, a12, gb-2312); the place itself where there is none.</summary>
    internal static int EndOfWord(string text, int at)
    {
        if (at == 0) return at;
        var before = text[at - 1];
        var inWord = Digits.IsLatin(before) || (before is '-' or '.' or '/' && at > 1 && Digits.IsLatin(text[at - 2]));
        if (!inWord || MoneyUnits.SignStart(text, at) < at) return at;
        var end = at;
        while (end < text.Length && (Digits.IsLatin(text[end]) || Digits.IsArabic(text[end]) || (text[end] is '-' or '.' or '/' && end + 1 < text.Length && Digits.IsArabic(text[end + 1])))) end++;
        return end;
    }

    /// <summary>A lone 一, 十 or 千 is a numeral where it is all that is said, stands in quotes, or follows 过, 破, 近 ….</summary>
    internal static bool Stands(string text, in Found found)
    {
        var (start, end) = (found.Start, found.End);
        while (start > 0 && !char.IsLetterOrDigit(text[start - 1]) && text[start - 1] is not ('"' or '“' or '「' or '‘' or '\'')) start--;
        while (end < text.Length && !char.IsLetterOrDigit(text[end]) && text[end] is not ('"' or '”' or '」' or '’' or '\'')) end++;
        if (start == 0 && end == text.Length) return true;
        if (found.Start > 0 && found.End < text.Length && text[found.Start - 1] is '"' or '“' or '「' or '‘' or '\'' && text[found.End] is '"' or '”' or '」' or '’' or '\'') return true;
        return found.Numeral.IsBare && Triggers.Before(text, found.Start) is not null;
    }

    /// <summary>「二、」, 「(一)」 and 「1.」 at the head of a text number what follows.</summary>
    internal static bool IsListMarker(string text, in Found found)
    {
        if (found.Kind != NumberKind.Number || found.Numeral.Value > 99 || found.End >= text.Length - 1) return false;
        if (found.Start == 0) return text[found.End] is '、' or '.' && !Digits.IsNumeral(text[found.End + 1]);
        return found.Start == 1 && text[0] == '(' && text[found.End] == ')' && char.IsLetter(text[found.End + 1]);
    }
}
