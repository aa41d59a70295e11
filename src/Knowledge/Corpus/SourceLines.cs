namespace Knowledge.Corpus;

/// <summary>Finds the line of words in a corpus file, for messages.</summary>
internal static class SourceLines
{
    /// <summary>The line, from 1, on which the words first stand; 1 where they stand nowhere.</summary>
    internal static int Of(string source, string words)
    {
        var at = source.IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? 1 : source.AsSpan(0, at).Count('\n') + 1;
    }
}
