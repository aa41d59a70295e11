namespace Bot.Summaries.Verifying;

/// <summary>Something that a summary says and should not, or should say and does not.</summary>
/// <param name="Section">Where: the name of the section.</param>
/// <param name="Found">What it says; null where something is missing.</param>
/// <param name="Expected">What it should say; null where nothing should stand.</param>
/// <param name="Text">All of it in one Chinese sentence.</param>
internal sealed record Difference(string Section, string? Found, string? Expected, string Text);

/// <summary>What verifying a summary came to.</summary>
/// <param name="Differences">What differs; none where the summary is as it was made.</param>
internal sealed record Verification(IReadOnlyList<Difference> Differences)
{
    /// <summary>Whether the summary says exactly what the documents and its inputs give.</summary>
    internal bool Valid => Differences.Count == 0;
}
