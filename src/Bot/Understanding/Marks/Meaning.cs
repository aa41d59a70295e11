using Calculators.Rules;

namespace Bot.Understanding.Marks;

/// <summary>What a phrase of a message may mean. One phrase may have several meanings.</summary>
internal abstract record Meaning
{
    private Meaning() { }

    /// <summary>Names an award.</summary>
    internal sealed record AwardWord(Calculator Calculator) : Meaning;

    /// <summary>Introduces the figure of an input.</summary>
    internal sealed record InputWord(Calculator Calculator, Input Input) : Meaning;

    /// <summary>Introduces a figure that is not that input's, though it looks like it: 合同签了.</summary>
    internal sealed record OtherFigure(Calculator Calculator, Input Input) : Meaning;

    /// <summary>Says which part of what is counted an input is: 本地的.</summary>
    internal sealed record InputPart(Calculator Calculator, Input Input) : Meaning;

    /// <summary>Says yes or no to an input.</summary>
    internal sealed record Says(Calculator Calculator, YesNoInput Input, bool Yes) : Meaning
    {
        /// <summary>Whether the words say nothing where they are denied: 不是第一次申报.</summary>
        internal bool IsAlone { get; init; }
    }

    /// <summary>Asks for an input, and says neither yes nor no to it.</summary>
    internal sealed record AsksFor(Calculator Calculator, YesNoInput Input) : Meaning;

    /// <summary>Chooses a value.</summary>
    internal sealed record Chooses(Calculator Calculator, ChoiceInput Input, Option Option) : Meaning;

    /// <summary>Asks for something that an award's clause leaves open: 每年都能拿吗.</summary>
    internal sealed record AsksOpenPoint(Calculator Calculator, OpenPoint Point) : Meaning;

    /// <summary>Says what is wanted.</summary>
    internal sealed record Signals(Cue Cue) : Meaning;

    /// <summary>A place that the documents do not govern: 安远县.</summary>
    internal sealed record Elsewhere(bool InProvince) : Meaning;

    /// <summary>A matter that the documents do not touch: 增值税.</summary>
    internal sealed record OtherMatter : Meaning;
}

/// <summary>A phrase found in a message.</summary>
/// <param name="Start">Where it begins in the normalised text.</param>
/// <param name="Length">Its length; with the gap where the phrase has one.</param>
/// <param name="Meaning">What it may mean.</param>
/// <param name="Last">Where its last part begins; its start where it has no gap.</param>
internal readonly record struct Mark(int Start, int Length, Meaning Meaning, int Last)
{
    internal int End => Start + Length;

    internal bool Inside(Mark other) => other.Length > Length && other.Start <= Start && End <= other.End;
}
