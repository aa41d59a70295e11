using Calculators.Awards;
using Calculators.Rules;
using Knowledge.Citations;

namespace Bot.Answering.Drafting;

/// <summary>A piece of an answer's text that says where it comes from. Every numeral of an answer stands in a piece that is not <see cref="Words"/>.</summary>
/// <param name="Text">What is shown.</param>
internal abstract record Part(string Text)
{
    /// <summary>Our own wording; it holds no numeral.</summary>
    internal sealed record Words(string Text) : Part(Text);

    /// <summary>Words of a clause, verbatim.</summary>
    internal sealed record Verbatim(ClauseId Clause, string Text) : Part(Text);

    /// <summary>What a calculator found: an amount, a step, an unmet condition, a caveat, a share.</summary>
    internal sealed record Reckoned(Award Award, string Text) : Part(Text);

    /// <summary>What a calculator declares: its title, a label, a question, an option.</summary>
    internal sealed record Declared(Calculator Calculator, string Text) : Part(Text);

    /// <summary>The user's own words.</summary>
    internal sealed record Echo(string Text) : Part(Text);

    /// <summary>The name of a clause: its heading, or how it is addressed.</summary>
    internal sealed record ClauseName(ClauseId Clause, string Text) : Part(Text);

    /// <summary>What the front matter says: a title, a number, a body to ask; or a responsible unit.</summary>
    internal sealed record Metadata(string Text) : Part(Text);

    /// <summary>A sentence on validity, made from the document's windows and the day asked about.</summary>
    internal sealed record Validity(string Document, DateOnly AsOf, string Text) : Part(Text);

    /// <summary>A sentence on a last day that a clause sets, made from its words and the day asked about.</summary>
    internal sealed record Deadline(ClauseId Clause, DateOnly AsOf, string Text) : Part(Text);

    /// <summary>How many things are shown.</summary>
    internal sealed record Count(int Shown) : Part(Shown.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
