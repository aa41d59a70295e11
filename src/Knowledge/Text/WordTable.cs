using System.Collections.Frozen;

namespace Knowledge.Text;

/// <summary>A set of words that is asked which one begins, or ends, at a place of a text.</summary>
internal sealed class WordTable
{
    private readonly FrozenDictionary<char, string[]> byFirst;
    private readonly FrozenDictionary<char, string[]> byLast;

    internal WordTable(params string[] words)
    {
        byFirst = Group(words, word => word[0]);
        byLast = Group(words, word => word[^1]);
    }

    /// <summary>The longest word that begins here; null where none does.</summary>
    internal string? At(string text, int start)
    {
        if (start >= text.Length || !byFirst.TryGetValue(text[start], out var words)) return null;
        foreach (var word in words)
        {
            if (start + word.Length <= text.Length && text.AsSpan(start, word.Length).SequenceEqual(word)) return word;
        }

        return null;
    }

    /// <summary>The longest word that ends before this place; null where none does.</summary>
    internal string? Before(string text, int end)
    {
        if (end <= 0 || !byLast.TryGetValue(text[end - 1], out var words)) return null;
        foreach (var word in words)
        {
            if (word.Length <= end && text.AsSpan(end - word.Length, word.Length).SequenceEqual(word)) return word;
        }

        return null;
    }

    private static FrozenDictionary<char, string[]> Group(string[] words, Func<string, char> key) =>
        words.Distinct().GroupBy(key).ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(word => word.Length).ToArray());
}
