namespace Bot.Store.Index;

/// <summary>Where an answer is found by its conversation.</summary>
/// <param name="Key">The conversation's key.</param>
/// <param name="Sequence">The answer's number.</param>
/// <param name="Delivery">The key of the delivery that it answered; null where there was none.</param>
internal readonly record struct IndexedTurn(long Key, long Sequence, long? Delivery) : IComparable<IndexedTurn>
{
    /// <summary>The order of the index.</summary>
    public int CompareTo(IndexedTurn other) => Key != other.Key ? Key.CompareTo(other.Key) : Sequence.CompareTo(other.Sequence);
}
