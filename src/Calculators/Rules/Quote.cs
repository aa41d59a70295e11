namespace Calculators.Rules;

/// <summary>Words of a clause, verbatim.</summary>
/// <param name="Clause">The clause's id, such as <c>xunwu-51/2</c>.</param>
/// <param name="Text">A substring of that clause's text that occurs in it once.</param>
public sealed record Quote(string Clause, string Text);
