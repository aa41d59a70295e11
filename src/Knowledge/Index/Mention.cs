using Knowledge.Text;

namespace Knowledge.Index;

/// <summary>Something that a text names in one way or another.</summary>
/// <param name="Name">What is named: a department's full name or a document's id.</param>
/// <param name="Span">Where.</param>
public readonly record struct Mention(string Name, TextSpan Span);
