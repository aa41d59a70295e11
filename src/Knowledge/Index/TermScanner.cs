namespace Knowledge.Index;

/// <summary>Walks over the terms of a normalised text: overlapping bigrams of Chinese characters, other words and numbers whole.</summary>
internal ref struct TermScanner(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int next;

    /// <summary>Where the current term starts.</summary>
    internal int Start { get; private set; }

    /// <summary>How long it is.</summary>
    internal int Length { get; private set; }

    /// <summary>Whether it is a bigram; a word otherwise.</summary>
    internal bool IsBigram { get; private set; }

    /// <summary>The bigram as one number, so that looking it up allocates nothing.</summary>
    internal readonly uint Bigram => ((uint)text[Start] << 16) | text[Start + 1];

    /// <summary>The word.</summary>
    internal readonly ReadOnlySpan<char> Word => text.Slice(Start, Length);

    internal bool MoveNext()
    {
        for (; next < text.Length; next++)
        {
            if (Characters.IsHan(text[next]))
            {
                if (next + 1 >= text.Length || !Characters.IsHan(text[next + 1])) continue;
                (Start, Length, IsBigram) = (next++, 2, true);
                return true;
            }

            if (!Characters.IsWord(text[next])) continue;
            Start = next;
            while (next < text.Length && Characters.IsWord(text[next])) next++;
            (Length, IsBigram) = (next - Start, false);
            return true;
        }

        return false;
    }
}
