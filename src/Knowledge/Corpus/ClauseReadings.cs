using System.Runtime.CompilerServices;
using Knowledge.Text;

namespace Knowledge.Corpus;

/// <summary>A sentence of a clause.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">Its words.</param>
/// <param name="IsHeading">Whether it is but the clause's number and heading.</param>
/// <param name="StatesFigure">Whether it states an amount of money or a percentage.</param>
public sealed record ClauseSentence(TextSpan Span, string Text, bool IsHeading, bool StatesFigure);

/// <summary>What the readers find in a clause: a clause never changes, so that each reads it once, when somebody first asks.</summary>
public sealed class ClauseReadings
{
    private static readonly ConditionalWeakTable<Clause, ClauseReadings> Known = [];

    private readonly Clause clause;
    private IReadOnlyList<ClauseSentence>? sentences;
    private IReadOnlyList<NumberReading>? numbers;
    private IReadOnlyList<DateReading>? dates;

    private ClauseReadings(Clause clause) => this.clause = clause;

    /// <summary>Its sentences, in order.</summary>
    public IReadOnlyList<ClauseSentence> Sentences => sentences ??= [.. Search.Sentences.Of(clause.Text).Select(Sentence)];

    /// <summary>The numerals of its text.</summary>
    public IReadOnlyList<NumberReading> Numbers => numbers ??= NumberReader.Read(clause.Text);

    /// <summary>The dates of its text.</summary>
    public IReadOnlyList<DateReading> Dates => dates ??= DateReader.Read(clause.Text);

    /// <summary>Whether its text states that figure, a percentage as a percentage.</summary>
    public bool States(NumberReading figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        foreach (var number in Numbers)
        {
            if (number.Value == figure.Value && (number.Kind == NumberKind.Percent) == (figure.Kind == NumberKind.Percent)) return true;
        }

        return false;
    }

    /// <summary>The readings of a clause.</summary>
    public static ClauseReadings Of(Clause clause) => Known.GetValue(clause, static c => new ClauseReadings(c));

    private ClauseSentence Sentence(TextSpan span)
    {
        var text = clause.Text.Substring(span.Start, span.Length);
        return new ClauseSentence(span, text, Search.Sentences.IsHeading(text), NumberReader.Read(text).Any(n => n.Kind is NumberKind.Money or NumberKind.Percent));
    }
}
