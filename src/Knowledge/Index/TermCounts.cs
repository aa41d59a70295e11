namespace Knowledge.Index;

/// <summary>Counts the terms of one text after the other and keeps the counts of all, one behind the other.</summary>
internal sealed class TermCounts(int texts)
{
    // A count beyond this one no longer changes a weight that can be seen.
    private const int Most = byte.MaxValue;

    private readonly int[] ends = new int[texts];
    private readonly int[] lengths = new int[texts];
    private int[] terms = new int[Math.Max(16, texts * 64)];
    private byte[] counts = new byte[Math.Max(16, texts * 64)];
    private int[] current = new int[1024];
    private int begin;
    private int used;
    private int text;

    /// <summary>How many texts are counted to the end.</summary>
    internal int Texts => text;

    /// <summary>Counts one occurrence of a term in the current text.</summary>
    internal void Count(int term)
    {
        if (term >= current.Length) Array.Resize(ref current, Math.Max(term + 1, current.Length * 2));
        if (current[term]++ > 0) return;
        if (used == terms.Length)
        {
            Array.Resize(ref terms, used * 2);
            Array.Resize(ref counts, used * 2);
        }

        terms[used++] = term;
    }

    /// <summary>Ends the current text, which is <paramref name="length"/> terms long, and begins the next.</summary>
    internal void End(int length)
    {
        for (var i = begin; i < used; i++)
        {
            counts[i] = (byte)Math.Min(Most, current[terms[i]]);
            current[terms[i]] = 0;
        }

        (lengths[text], ends[text], begin) = (length, used, used);
        text++;
    }

    /// <summary>The distinct terms of a text.</summary>
    internal ReadOnlySpan<int> Terms(int index) => terms.AsSpan(Begin(index), ends[index] - Begin(index));

    /// <summary>How often each of them occurs there.</summary>
    internal ReadOnlySpan<byte> Occurrences(int index) => counts.AsSpan(Begin(index), ends[index] - Begin(index));

    /// <summary>Each text's length norm.</summary>
    internal float[] Norms()
    {
        var mean = Math.Max(1, lengths.Take(text).DefaultIfEmpty(0).Average());
        return [.. lengths.Take(text).Select(length => Bm25.Norm(length / mean))];
    }

    /// <summary>How many texts have each of the first <paramref name="vocabulary"/> terms.</summary>
    internal int[] Having(int vocabulary)
    {
        var having = new int[vocabulary];
        for (var i = 0; i < used; i++) having[terms[i]]++;
        return having;
    }

    private int Begin(int index) => index == 0 ? 0 : ends[index - 1];
}
