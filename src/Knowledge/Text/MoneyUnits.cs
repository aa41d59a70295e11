namespace Knowledge.Text;

/// <summary>元, 圆, 块 with 角, 毛 and 分 behind them, and the signs of the currency.</summary>
internal static class MoneyUnits
{
    private static readonly WordTable Signs = new("元人民币", "块人民币", "圆人民币", "人民币", "rmb", "cny", "yuan", "元", "圆", "块钱", "块", "角", "毛");
    /// <summary>What the signs before a numeral begin with.</summary>
    internal const string SignBeginnings = "¥人rc";

    private static readonly WordTable Before = new("¥", "人民币", "rmb", "cny", "人民币:", "人民币 ", "rmb ", "cny ", "¥ ");

    internal static Unit? Read(string text, int at)
    {
        if (Signs.At(text, at) is not { } sign) return null;
        var end = at + sign.Length;
        var next = end < text.Length ? text[end] : ' ';
        switch (sign)
        {
            case "rmb" or "cny" or "yuan": return Digits.IsLatin(next) ? null : Money(end);
            case "元" when next is '化' or '结' or '制' or '素' or '组' or '旦' or '件' or '器' or '老' or '首' or '宇' or '论' or '月': return null;
            case "块" when !EndsAmount(text, end): return null;
            case "角" when next is '度' or '色' or '落' or '形' or '洲' or '逐': return null;
            case "毛" when next is '利' or '重' or '病' or '巾' or '坯' or '线': return null;
            case "角" or "毛":
                var dimes = new Parts(text, end);
                dimes.Fen(loose: sign == "毛");
                dimes.Tail();
                return new Unit(dimes.At, NumberKind.Money, "元", 0.1m, dimes.Value);
        }

        var parts = new Parts(text, end);
        parts.Jiao(loose: sign == "块");
        parts.Tail();
        return new Unit(parts.At, NumberKind.Money, "元", 1, parts.Value);

        static Unit Money(int end) => new(end, NumberKind.Money, "元");
    }

    /// <summary>Where the sign of the currency before a numeral begins; the numeral's own start where there is none.</summary>
    internal static int SignStart(string text, int start)
    {
        var sign = Before.Before(text, start);
        return sign is null || (sign[0] is 'r' or 'c' && start > sign.Length && Digits.IsLatin(text[start - sign.Length - 1])) ? start : start - sign.Length;
    }

    // 「三块」 at the end is money, 「三块牌子」 is not.
    private static bool EndsAmount(string text, int at) =>
        at >= text.Length || !char.IsLetter(text[at]) || Digits.IsNumeral(text[at]) || text[at] is '钱' or '多' or '半' or '左' or '以' or '上' or '的' or '到' or '至' or '整' or '吗' or '呢' or '也' or '都' or '了' or '已';

    /// <summary>What follows the yuan.</summary>
    private ref struct Parts(string text, int at)
    {
        internal int At { get; private set; } = at;

        internal decimal Value { get; private set; }

        // 三块五 is 3.5; 五元三毛 5.3; 五元三分 5.03.
        internal void Jiao(bool loose)
        {
            if (loose && Is(At, '半'))
            {
                (Value, At) = (0.5m, At + 1);
                return;
            }

            var from = Is(At, '零') ? At + 1 : At;
            if (Figure(from) is not { } digit) return;
            if (Is(from + 1, '角') || Is(from + 1, '毛'))
            {
                (Value, At) = (digit * 0.1m, from + 2);
                Fen(loose);
            }
            else if (from == At && loose && Stops(from + 1)) (Value, At) = (digit * 0.1m, from + 1);
            else Fen(loose: false);
        }

        internal void Fen(bool loose)
        {
            var from = Is(At, '零') ? At + 1 : At;
            if (Figure(from) is not { } digit) return;
            if (Is(from + 1, '分') && !Is(from + 2, '之') && !Is(from + 2, '钟')) (Value, At) = (Value + (digit * 0.01m), from + 2);
            else if (loose && Stops(from + 1)) (Value, At) = (Value + (digit * 0.01m), from + 1);
        }

        internal void Tail()
        {
            if (Is(At, '钱') || Is(At, '整') || (Is(At, '正') && !Is(At + 1, '式') && !Is(At + 1, '常'))) At++;
            if (text.AsSpan(Math.Min(At, text.Length)).StartsWith("人民币", StringComparison.Ordinal)) At += 3;
        }

        private readonly bool Is(int place, char c) => place < text.Length && text[place] == c;

        private readonly decimal? Figure(int place)
        {
            if (place >= text.Length) return null;
            var digit = Digits.IsArabic(text[place]) ? text[place] - '0' : Digits.Chinese(text[place]);
            return digit < 0 ? null : digit;
        }

        private readonly bool Stops(int place) => place >= text.Length || Is(place, '钱') || (!Digits.IsNumeral(text[place]) && Measures.At(text, place) is null && text[place] is not ('元' or '块' or '.' or '点' or '%' or '成'));
    }
}
