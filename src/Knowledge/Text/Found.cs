namespace Knowledge.Text;

/// <summary>A numeral with its unit, before the words around it are weighed.</summary>
internal struct Found
{
    internal int Start, End;
    internal NumberKind Kind;
    internal string Unit;
    internal decimal Low, High;
    internal bool IsNegative;

    /// <summary>The numeral itself; its <see cref="Numeral.End"/> tells where it ends before the unit.</summary>
    internal Numeral Numeral;

    /// <summary>Low and high are the numeral's value times this, plus the unit's own extra.</summary>
    internal decimal Factor;

    /// <summary>Has no unit and is too short to be a numeral without its surroundings: 一, 十, 千.</summary>
    internal bool NeedsContext;

    /// <summary>Where reading goes on when there is nothing here.</summary>
    internal int Resume;
}
