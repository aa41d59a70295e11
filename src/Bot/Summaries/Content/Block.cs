namespace Bot.Summaries.Content;

/// <summary>A piece of a summary's page, before any format. Each shows as one paragraph and holds no line break.</summary>
/// <param name="Section">The section that it stands in, for whoever is told of a difference.</param>
/// <param name="Text">What is shown.</param>
internal abstract record Block(string Section, string Text)
{
    /// <summary>The title of the page.</summary>
    internal sealed record Title(string Section, string Text) : Block(Section, Text);

    /// <summary>The heading of a section.</summary>
    internal sealed record Heading(string Section, string Text) : Block(Section, Text);

    /// <summary>A heading within a section.</summary>
    internal sealed record Subheading(string Section, string Text) : Block(Section, Text);

    /// <summary>A paragraph.</summary>
    internal sealed record Paragraph(string Section, string Text) : Block(Section, Text);

    /// <summary>An entry of a list.</summary>
    internal sealed record Item(string Section, string Text) : Block(Section, Text);

    /// <summary>Words of a clause, verbatim.</summary>
    /// <param name="Section">The section.</param>
    /// <param name="Text">The words in their brackets.</param>
    /// <param name="Source">Where they stand.</param>
    internal sealed record Quotation(string Section, string Text, string Source) : Block(Section, Text);

    /// <summary>The receipt.</summary>
    internal sealed record Token(string Section, string Text) : Block(Section, Text);
}
