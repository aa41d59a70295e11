using System.Buffers.Binary;

namespace Bot.Channels.Activity;

/// <summary>
/// The replies to the last deliveries, copied into one block of memory that is filled in a circle. As objects they would outlive
/// every young generation and die in the oldest: some forty megabytes a second under load, and a whole collection twice a second.
/// </summary>
/// <remarks>For one caller at a time.</remarks>
internal sealed class RememberedReplies(TimeProvider time)
{
    // A retry comes within seconds; beyond that the store knows that it was answered.
    private const int Most = 1000, Room = 2 * 1024 * 1024;
    private static readonly TimeSpan For = TimeSpan.FromMinutes(10);
    private readonly Dictionary<UInt128, Place> places = [];
    private readonly Queue<(DateTimeOffset At, UInt128 Delivery, long Start)> ages = new();
    private byte[] block = [];
    private long end;

    /// <summary>The replies to a delivery; null where they are not remembered.</summary>
    internal IReadOnlyList<ActivityReply>? Find(UInt128 delivery)
    {
        Forget(end - Room, Most);
        if (!places.TryGetValue(delivery, out var place)) return null;
        var kept = block.AsSpan((int)(place.Start % Room), place.Length);
        List<ActivityReply> replies = [];
        while (kept.Length > 0)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(kept);
            replies.Add(new ActivityReply(kept.Slice(sizeof(int), length).ToArray()));
            kept = kept[(sizeof(int) + length)..];
        }

        return replies;
    }

    /// <summary>Remembers the replies to a delivery that is not remembered yet. Which answers they show is not kept.</summary>
    internal void Keep(UInt128 delivery, IReadOnlyList<ActivityReply> replies)
    {
        var length = 0;
        foreach (var reply in replies) length += sizeof(int) + reply.Json.Length;
        if (length > Room) return;
        if (block.Length == 0) block = new byte[Room];
        // In one piece: what does not fit before the block's end begins at its beginning.
        var start = end % Room + length > Room ? end + Room - end % Room : end;
        Forget(start + length - Room, Most - 1);
        end = start + length;
        places[delivery] = new Place(start, length);
        ages.Enqueue((time.GetUtcNow(), delivery, start));
        var rest = block.AsSpan((int)(start % Room));
        foreach (var reply in replies)
        {
            BinaryPrimitives.WriteInt32LittleEndian(rest, reply.Json.Length);
            reply.Json.Span.CopyTo(rest[sizeof(int)..]);
            rest = rest[(sizeof(int) + reply.Json.Length)..];
        }
    }

    // What is too old, what begins before a place, and what is more than so many.
    private void Forget(long from, int most)
    {
        var before = time.GetUtcNow() - For;
        while (ages.TryPeek(out var oldest) && (oldest.At < before || oldest.Start < from || ages.Count > most))
        {
            ages.Dequeue();
            places.Remove(oldest.Delivery);
        }
    }

    private readonly record struct Place(long Start, int Length);
}
