namespace Knowledge.Index;

/// <summary>The second family: single Chinese characters, kept text by text, since they only rescore the texts that the first family chose.</summary>
internal sealed class CharacterTable
{
    private readonly ushort[] ids;
    private readonly int[] offsets;
    private readonly ushort[] characters;
    private readonly byte[] counts;
    private readonly float[] norms;
    private readonly float[] idf;

    private CharacterTable(ushort[] ids, int[] offsets, ushort[] characters, byte[] counts, float[] norms, float[] idf) =>
        (this.ids, this.offsets, this.characters, this.counts, this.norms, this.idf) = (ids, offsets, characters, counts, norms, idf);

    /// <summary>How many ids there are, 0 included, which stands for a character that no text has.</summary>
    internal int Count => idf.Length;

    internal int Find(char character) => ids[character] == 0 ? Vocabulary.Unknown : ids[character];

    /// <summary>How much it says that a text has the character.</summary>
    internal float Idf(int id) => idf[id];

    internal static CharacterTable Build(TermCounts counted, ushort[] ids, int vocabulary)
    {
        var having = counted.Having(vocabulary);
        var idf = new float[vocabulary];
        for (var id = 1; id < vocabulary; id++) idf[id] = (float)Bm25.Idf(counted.Texts, having[id]);

        var total = having.Sum();
        var offsets = new int[counted.Texts + 1];
        var (characters, counts) = (new ushort[total], new byte[total]);
        for (var text = 0; text < counted.Texts; text++)
        {
            var terms = counted.Terms(text);
            for (var i = 0; i < terms.Length; i++) characters[offsets[text] + i] = (ushort)terms[i];
            counted.Occurrences(text).CopyTo(counts.AsSpan(offsets[text]));
            offsets[text + 1] = offsets[text] + terms.Length;
        }

        return new CharacterTable(ids, offsets, characters, counts, counted.Norms(), idf);
    }

    /// <summary>A text's score for the characters of a query.</summary>
    /// <param name="text">The text.</param>
    /// <param name="wanted">For each character id its weight in the query; 0 for most.</param>
    internal float Score(int text, ReadOnlySpan<float> wanted)
    {
        var (start, length) = (offsets[text], offsets[text + 1] - offsets[text]);
        var having = characters.AsSpan(start, length);
        var occurring = counts.AsSpan(start, length);
        var (score, norm) = (0f, norms[text]);
        for (var i = 0; i < having.Length; i++)
        {
            var weight = wanted[having[i]];
            if (weight > 0) score += weight * Bm25.Saturation(occurring[i], norm);
        }

        return score;
    }

    /// <summary>Whether a text has a character.</summary>
    internal bool Has(int character, int text) =>
        characters.AsSpan(offsets[text], offsets[text + 1] - offsets[text]).Contains((ushort)character);
}
