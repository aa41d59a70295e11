namespace Bot.Store.Index;

/// <summary>
/// Which conversations this process need not look for in the database, since it knows that they have no turn there: most that are
/// asked for are new.
/// </summary>
/// <remarks>It says "maybe" of all until the turns of earlier runs were read, which takes a while and goes on beside the conversations. It is added to, begun and ended by one caller at a time, asked by any.</remarks>
internal sealed class KnownTurns
{
    private volatile KeyFilter? whole;
    private volatile KeyFilter? filling;

    /// <summary>Whether a conversation may have turns.</summary>
    internal bool MayHold(long key) => whole?.MayHold(key) ?? true;

    /// <summary>Whether a conversation may have a turn that answered a delivery.</summary>
    internal bool MayHold(long key, long delivery) => whole?.MayHold(key, delivery) ?? true;

    /// <summary>Whether it should be filled again, with more room.</summary>
    internal bool IsFull => whole?.IsFull ?? false;

    /// <summary>How many turns it has room for; 0 before it was filled.</summary>
    internal long Room => whole?.Room ?? 0;

    internal void Add(IndexedTurn turn)
    {
        whole?.Add(turn);
        filling?.Add(turn);
    }

    /// <summary>Adds one that was there before it was begun.</summary>
    internal void AddIndexed(IndexedTurn turn) => filling?.Add(turn);

    /// <summary>Begins anew; what is added from now on is in it. Nothing else fills it meanwhile.</summary>
    /// <param name="room">For how many turns.</param>
    internal void Begin(long room) => filling = new KeyFilter(room);

    /// <summary>All are in it that were there when it was begun.</summary>
    internal void End() => (whole, filling) = (filling, null);

    /// <summary>It could not be filled: what was there before goes on.</summary>
    internal void GiveUp() => filling = null;
}
