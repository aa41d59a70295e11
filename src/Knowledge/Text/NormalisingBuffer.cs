using System.Buffers;

namespace Knowledge.Text;

/// <summary>The text under way: what has been written so far, where each unit came from, and a space that may yet be needed.</summary>
internal ref struct NormalisingBuffer
{
    private Span<char> units;
    private Span<int> origins;
    private char[]? rentedUnits;
    private int[]? rentedOrigins;
    private int length;
    private int space = -1;

    internal NormalisingBuffer(Span<char> units, Span<int> origins)
    {
        this.units = units;
        this.origins = origins;
    }

    internal NormalisingBuffer(int capacity)
    {
        units = rentedUnits = ArrayPool<char>.Shared.Rent(capacity);
        origins = rentedOrigins = ArrayPool<int>.Shared.Rent(capacity);
    }

    internal void AddSpace(int origin)
    {
        if (space < 0) space = origin;
    }

    internal void Add(string text, int origin)
    {
        foreach (var c in text)
        {
            if (c == ' ') AddSpace(origin);
            else if (CharacterTable.Action(c) == CharacterAction.Mark) AddMark(c, origin);
            else Add(c, origin);
        }
    }

    internal void AddMark(char mark, int origin)
    {
        if (space < 0 && length > 0 && CharacterTable.Composes(units[length - 1], mark, out var composed)) units[length - 1] = composed;
        else Add(mark, origin);
    }

    internal void Add(char c, int origin)
    {
        if (length + 2 > Math.Min(units.Length, origins.Length)) Grow();
        if (space >= 0)
        {
            if (length > 0 && !FallsAway(units[length - 1], c)) Put(' ', space);
            space = -1;
        }

        Put(c, origin);
    }

    internal readonly NormalisedText ToText(string original)
    {
        var written = units[..length];
        var same = length == original.Length;
        for (var i = 0; same && i < length; i++) same = origins[i] == i;
        var text = written.SequenceEqual(original) ? original : written.ToString();
        return new NormalisedText(original, text, same ? null : origins[..length].ToArray());
    }

    public void Dispose()
    {
        if (rentedUnits is not null) ArrayPool<char>.Shared.Return(rentedUnits);
        if (rentedOrigins is not null) ArrayPool<int>.Shared.Return(rentedOrigins);
        rentedUnits = null;
        rentedOrigins = null;
    }

    // 「5 G 网络」 keeps its words apart, 「10 家」 and 「百 分 之 五」 do not need it.
    private static bool FallsAway(char before, char after) =>
        CharacterTable.IsHan(before) ? CharacterTable.IsHan(after) || !char.IsLetter(after)
        : CharacterTable.IsHan(after) && !char.IsLetter(before);

    private void Put(char c, int origin)
    {
        units[length] = c;
        origins[length++] = origin;
    }

    private void Grow()
    {
        var moreUnits = ArrayPool<char>.Shared.Rent(units.Length * 2);
        var moreOrigins = ArrayPool<int>.Shared.Rent(origins.Length * 2);
        units[..length].CopyTo(moreUnits);
        origins[..length].CopyTo(moreOrigins);
        Dispose();
        units = rentedUnits = moreUnits;
        origins = rentedOrigins = moreOrigins;
    }
}
