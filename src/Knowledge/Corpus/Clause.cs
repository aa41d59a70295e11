using Knowledge.Citations;

namespace Knowledge.Corpus;

/// <summary>The unit that is indexed, cited and shown.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Heading">Section title and own heading, such as 四、资金支持(一)资金分配.</param>
/// <param name="Text">The wording, character for character, without white space.</param>
/// <param name="Responsible">The responsible units that 〔责任单位：…〕 names, in order; empty where it names none.</param>
/// <param name="Parent">The clause that this one stands under; null at the top.</param>
/// <param name="Outline">The headings above this clause and its own, outermost first.</param>
public sealed record Clause(
    ClauseId Id,
    string Heading,
    string Text,
    IReadOnlyList<string> Responsible,
    ClauseId? Parent,
    IReadOnlyList<string> Outline);
