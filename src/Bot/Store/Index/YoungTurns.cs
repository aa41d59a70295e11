namespace Bot.Store.Index;

/// <summary>Turns in the order in which they came, found by their conversation. For one caller at a time.</summary>
internal sealed class YoungTurns
{
    private readonly List<(IndexedTurn Turn, int Before)> turns = [];

    // The place of a conversation's last turn, behind which the turn before it is remembered.
    private readonly Dictionary<long, int> last = [];

    internal int Count => turns.Count;

    internal IEnumerable<IndexedTurn> All => turns.Select(entry => entry.Turn);

    internal void Add(IndexedTurn turn)
    {
        turns.Add((turn, last.GetValueOrDefault(turn.Key, -1)));
        last[turn.Key] = turns.Count - 1;
    }

    /// <summary>Takes back what was added after there were so many.</summary>
    internal void Back(int count)
    {
        for (var at = turns.Count - 1; at >= count; at--)
        {
            var (turn, before) = turns[at];
            if (before < 0) last.Remove(turn.Key);
            else last[turn.Key] = before;
        }

        turns.RemoveRange(count, turns.Count - count);
    }

    /// <summary>The last turns of a conversation, the newest first.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="delivery">Only those that answered it; null for all.</param>
    /// <param name="into">As many as fit.</param>
    /// <returns>How many there are in it.</returns>
    internal int Find(long key, long? delivery, Span<long> into)
    {
        var found = 0;
        for (var at = last.GetValueOrDefault(key, -1); at >= 0 && found < into.Length; at = turns[at].Before)
        {
            if (delivery is null || turns[at].Turn.Delivery == delivery) into[found++] = turns[at].Turn.Sequence;
        }

        return found;
    }

    /// <summary>Gives all away, in the order of the index.</summary>
    internal IndexedTurn[] TakeSorted()
    {
        var taken = new IndexedTurn[turns.Count];
        for (var at = 0; at < taken.Length; at++) taken[at] = turns[at].Turn;
        Array.Sort(taken);
        Clear();
        return taken;
    }

    /// <summary>Forgets those up to a number.</summary>
    internal void RemoveThrough(long sequence)
    {
        var rest = turns.Where(entry => entry.Turn.Sequence > sequence).Select(entry => entry.Turn).ToList();
        Clear();
        rest.ForEach(Add);
    }

    private void Clear()
    {
        turns.Clear();
        last.Clear();
    }
}
