namespace Knowledge.Text;

/// <summary>Currencies other than the yuan, named before the figure: 美元1500万, USD 300, $20. Behind a figure they are measure words.</summary>
public static class Currencies
{
    private static readonly string[] Names =
    [
        "$", "us$", "hk$", "美元", "美圆", "美金", "欧元", "日元", "日圆", "港元", "港币", "英镑", "韩元", "韩币", "澳元", "加元", "台币", "新台币", "卢布", "法郎", "usd", "eur", "hkd", "jpy", "gbp",
    ];

    private static readonly WordTable Words = new(Names);

    /// <summary>Whether a figure's unit is such a currency.</summary>
    /// <param name="unit">The unit, as the reading has it.</param>
    public static bool IsForeign(string unit) => Array.IndexOf(Names, unit) >= 0;

    /// <summary>The currency before a figure; null where there is none.</summary>
    internal static string? Before(string text, int start)
    {
        var end = start;
        while (end > 0 && text[end - 1] is ' ' or ':') end--;
        if (Words.Before(text, end) is not { } word) return null;
        var at = end - word.Length;
        // 100万美元500人: it is the unit of the figure before it. Musd is a word of its own.
        if (at > 0 && (Digits.IsNumeral(text[at - 1]) || text[at - 1] is '多' or '余' or '来' || (Digits.IsLatin(word[0]) && Digits.IsLatin(text[at - 1])))) return null;
        return word is "$" or "us$" ? "美元" : word;
    }
}
