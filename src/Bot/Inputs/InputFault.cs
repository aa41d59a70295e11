namespace Bot.Inputs;

/// <summary>Something that a caller gave wrongly.</summary>
/// <param name="Field">The field, as the caller wrote it: <c>awards[0].amount</c>.</param>
/// <param name="Text">One courteous sentence in Chinese that says what would be right.</param>
internal sealed record InputFault(string Field, string Text);
