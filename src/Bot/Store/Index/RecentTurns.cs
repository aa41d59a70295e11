namespace Bot.Store.Index;

/// <summary>
/// The last turns, which are in the tables and not yet in the index by conversation. Each of them would touch a leaf of its own
/// there; so they are gathered, sorted, and put into the index a few at a time in its order, while the next ones are gathered.
/// </summary>
/// <remarks>The writer changes it inside of a transaction and says what became of that; readers look at any time, and check what they find against the tables.</remarks>
internal sealed class RecentTurns
{
    /// <summary>So many are gathered.</summary>
    internal const int Generation = 8192;

    private const int Some = 64;
    private readonly Lock access = new();
    private readonly YoungTurns young = new();

    // Sorted; those before the place are in the index.
    private IndexedTurn[] moving = [];
    private int place;

    // Of the transaction: how many were young before it, how many of the moving it moves, up to where it moved all.
    private int before, moved;
    private long? all;
    private int owed;

    /// <summary>Which conversations and deliveries are here or in the index.</summary>
    internal KnownTurns Known { get; } = new();

    /// <summary>Adds a turn of the transaction.</summary>
    internal void Add(IndexedTurn turn)
    {
        lock (access)
        {
            young.Add(turn);
            Known.Add(turn);
        }

        // So that the moving are in the index before as many are young again.
        if (place < moving.Length) owed += 1 + (moving.Length / (Generation + 1));
    }

    /// <summary>The last turns of a conversation that may not be in the index, the newest first.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="delivery">Only those that answered it; null for all.</param>
    /// <param name="into">As many as fit.</param>
    /// <returns>How many there are in it.</returns>
    internal int Find(long key, long? delivery, Span<long> into)
    {
        lock (access)
        {
            var found = young.Find(key, delivery, into);
            if (moving.Length == 0 || found == into.Length) return found;
            var end = Array.BinarySearch(moving, new IndexedTurn(key, long.MaxValue, null));
            for (var at = ~end - 1; at >= 0 && moving[at].Key == key && found < into.Length; at--)
            {
                if (delivery is null || moving[at].Delivery == delivery) into[found++] = moving[at].Sequence;
            }

            return found;
        }
    }

    /// <summary>Begins to fill <see cref="Known"/>: with all that are here, beside which those of the index are wanted.</summary>
    /// <param name="room">For how many turns.</param>
    internal void BeginKnown(long room)
    {
        lock (access)
        {
            Known.Begin(room);
            foreach (var turn in moving) Known.AddIndexed(turn);
            foreach (var turn in young.All) Known.AddIndexed(turn);
        }
    }

    /// <summary><see cref="Known"/> has all of the index: from now on it is relied upon.</summary>
    internal void EndKnown()
    {
        lock (access) Known.End();
    }

    /// <summary>What the transaction should put into the index; none where it is not worth it yet.</summary>
    /// <param name="begin">Where these are the first of those that are moved by and by: the least number among them, before which all is in the index.</param>
    internal ReadOnlySpan<IndexedTurn> Due(out long? begin)
    {
        var rest = moving.Length - place;
        moved = all is not null || rest == 0 || (owed < Some && owed < rest) ? 0 : Math.Min(owed, rest);
        begin = moved > 0 && place == 0 ? moving.Min(turn => turn.Sequence) : null;
        return moving.AsSpan(place, moved);
    }

    /// <summary>The transaction has put all into the index up to a number.</summary>
    internal void Indexed(long through) => all = through;

    /// <summary>Where the transaction is, to go back to.</summary>
    internal (int Young, long? All) Place => (young.Count, all);

    /// <summary>What came after a place was undone.</summary>
    internal void Back((int Young, long? All) to)
    {
        lock (access) young.Back(to.Young);
        all = to.All;
    }

    /// <summary>The transaction was undone.</summary>
    internal void RolledBack()
    {
        Back((before, null));
        moved = 0;
    }

    /// <summary>The transaction was committed.</summary>
    internal void Committed()
    {
        lock (access)
        {
            if (all is { } through)
            {
                young.RemoveThrough(through);
                (moving, place, owed) = ([], 0, 0);
            }
            else
            {
                (place, owed) = (place + moved, owed - moved);
                if (place == moving.Length) (moving, place, owed) = (young.Count >= Generation ? young.TakeSorted() : [], 0, 0);
            }

            (before, moved, all) = (young.Count, 0, null);
        }
    }
}
