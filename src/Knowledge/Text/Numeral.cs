namespace Knowledge.Text;

/// <summary>A numeral without its unit, as the parser leaves it.</summary>
internal struct Numeral
{
    /// <summary>The unit after its last character; its start where nothing was read.</summary>
    internal int End;

    /// <summary>Its value; the lower one of 三五百 and 一千多万.</summary>
    internal decimal Value;

    /// <summary>The upper value of 三五百 and 一千多万; otherwise the value.</summary>
    internal decimal High;

    /// <summary>The first figure: 8 of 8千万.</summary>
    internal decimal Lead;

    /// <summary>Figures only, no 十 … 兆.</summary>
    internal bool IsPlain;

    /// <summary>One figure and then units only: 8千万, 五百万.</summary>
    internal bool IsOneFigure;

    /// <summary>Begins with a unit: 千万, 百.</summary>
    internal bool IsBare;

    /// <summary>Begins with an Arabic figure.</summary>
    internal bool IsArabic;

    /// <summary>Two neighbouring figures: 三五百万.</summary>
    internal bool IsPair;

    /// <summary>几, 多 or 余 stands inside.</summary>
    internal bool IsOpen;

    /// <summary>来 stands inside.</summary>
    internal bool IsAbout;

    /// <summary>The number of figures of a plain numeral: 4 for 2025 and 二〇二五.</summary>
    internal int Figures;

    /// <summary>The units at its end (万 of 500万); 1 where there are none.</summary>
    internal decimal Scale;

    /// <summary>Its digits run beyond what is read.</summary>
    internal bool IsTooLong;
}
