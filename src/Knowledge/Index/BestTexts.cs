using System.Buffers;
using System.Numerics;

namespace Knowledge.Index;

/// <summary>Picks the texts with the greatest scores; among equals the first of the corpus.</summary>
internal static class BestTexts
{
    /// <summary>The best texts with a score above 0, in no order.</summary>
    internal static int[] Choose(ReadOnlySpan<float> scores, int most)
    {
        var capacity = checked(most * 2);
        var keys = ArrayPool<ulong>.Shared.Rent(capacity);
        var (count, floor) = (0, 0f);
        for (var block = 0; block < scores.Length; block += Vector<float>.Count)
        {
            var end = Math.Min(block + Vector<float>.Count, scores.Length);
            // Most texts share nothing with the query, or too little: they are passed over a register at a time.
            if (end - block == Vector<float>.Count && !Vector.GreaterThanAny(new Vector<float>(scores[block..end]), new Vector<float>(floor))) continue;
            for (var text = block; text < end; text++)
            {
                if (!(scores[text] > floor)) continue;
                keys[count++] = Key(scores[text], text);
                if (count < capacity) continue;
                PutGreatestFirst(keys.AsSpan(0, count), most);
                (count, floor) = (most, Score(Least(keys.AsSpan(0, most))));
            }
        }

        if (count > most) PutGreatestFirst(keys.AsSpan(0, count), most);
        var chosen = new int[Math.Min(count, most)];
        for (var i = 0; i < chosen.Length; i++) chosen[i] = Text(keys[i]);
        ArrayPool<ulong>.Shared.Return(keys);
        return chosen;
    }

    /// <summary>Sorts texts by score, best first, equals in the order of the corpus, and leaves out those that score nothing.</summary>
    /// <returns>How many stand in <paramref name="sorted"/>, which is replaced where it is too short.</returns>
    internal static int Sort(ReadOnlySpan<int> texts, ReadOnlySpan<float> scores, int top, ref (int Text, float Score)[] sorted)
    {
        var keys = ArrayPool<ulong>.Shared.Rent(texts.Length);
        var count = 0;
        for (var i = 0; i < texts.Length; i++)
        {
            if (scores[i] > 0) keys[count++] = Key(scores[i], texts[i]);
        }

        top = Math.Min(top, count);
        if (top < count) PutGreatestFirst(keys.AsSpan(0, count), top);
        Array.Sort(keys, 0, top);
        if (sorted.Length < top) sorted = new (int, float)[top];
        for (var i = 0; i < top; i++) sorted[i] = (Text(keys[top - 1 - i]), Score(keys[top - 1 - i]));
        ArrayPool<ulong>.Shared.Return(keys);
        return top;
    }

    // The bits of a float that is not negative order as the float does; behind them the text, the earlier the greater.
    private static ulong Key(float score, int text) => ((ulong)BitConverter.SingleToUInt32Bits(score) << 32) | ~(uint)text;

    private static int Text(ulong key) => (int)~(uint)(key & uint.MaxValue);

    private static float Score(ulong key) => BitConverter.UInt32BitsToSingle((uint)(key >> 32));

    private static ulong Least(ReadOnlySpan<ulong> keys)
    {
        var least = ulong.MaxValue;
        foreach (var key in keys) least = Math.Min(least, key);
        return least;
    }

    // Hoare's quickselect: afterwards the first `most` keys are the greatest ones.
    private static void PutGreatestFirst(Span<ulong> keys, int most)
    {
        var (low, high) = (0, keys.Length - 1);
        while (low < high)
        {
            var pivot = keys[low + ((high - low) / 2)];
            var (left, right) = (low, high);
            while (left <= right)
            {
                while (keys[left] > pivot) left++;
                while (keys[right] < pivot) right--;
                if (left > right) break;
                (keys[left], keys[right]) = (keys[right], keys[left]);
                left++;
                right--;
            }

            if (most - 1 <= right) high = right;
            else if (most - 1 >= left) low = left;
            else return;
        }
    }
}
