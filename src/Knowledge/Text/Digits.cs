namespace Knowledge.Text;

/// <summary>The values of the characters that numerals are written with, after normalisation.</summary>
internal static class Digits
{
    internal const decimal Wan = 10_000, Yi = 100_000_000, Zhao = 1_000_000_000_000;

    // Beyond this a numeral is not read: far above any amount, far below the end of decimal.
    internal const decimal Limit = 1_000_000_000_000_000_000_000_000m;

    internal static bool IsArabic(char c) => c is >= '0' and <= '9';

    /// <summary>Latin letters and digits: what identifiers are made of.</summary>
    internal static bool IsLatin(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '\u00C0' and <= '\u024F' or '_';

    /// <summary>Whether one of these stands at a place of the text.</summary>
    internal static bool IsLatinOrArabic(string text, int at) => at < text.Length && (IsLatin(text[at]) || IsArabic(text[at]));

    /// <summary>0 … 9, or −1.</summary>
    internal static int Chinese(char c) => c switch
    {
        '零' or '〇' or '○' => 0,
        '一' or '壹' or '弌' => 1,
        '二' or '两' or '贰' or '俩' or '弍' => 2,
        '三' or '叁' or '弎' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => -1,
    };

    /// <summary>10, 100, 1000; 0 for other characters.</summary>
    internal static int SmallUnit(char c) => c switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' => 1000,
        _ => 0,
    };

    /// <summary>2 for 廿 (20), 3 for 卅 (30); 0 for other characters.</summary>
    internal static int Tens(char c) => c switch { '廿' => 2, '卅' => 3, _ => 0 };

    /// <summary>万, 亿, 兆 (10¹²); 0 for other characters.</summary>
    internal static decimal BigUnit(char c) => c switch { '万' => Wan, '亿' => Yi, '兆' => Zhao, _ => 0 };

    internal static bool IsNumeral(char c) => IsArabic(c) || Chinese(c) >= 0 || SmallUnit(c) > 0 || BigUnit(c) > 0 || Tens(c) > 0;
}
