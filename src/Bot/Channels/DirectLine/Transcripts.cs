using System.Security.Cryptography;

namespace Bot.Channels.DirectLine;

/// <summary>The conversations that clients hold with this instance; they live as long as somebody comes for them.</summary>
internal sealed class Transcripts(TimeProvider time)
{
    private const int Most = 2000;
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(45);
    private readonly Lock gate = new();
    private readonly Dictionary<string, Transcript> open = new(StringComparer.Ordinal);

    internal static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    internal Transcript? Find(string conversation)
    {
        lock (gate)
        {
            if (!open.TryGetValue(conversation, out var transcript)) return null;
            transcript.Touched = time.GetUtcNow();
            return transcript;
        }
    }

    /// <summary>Whether none is held.</summary>
    internal bool IsEmpty
    {
        get
        {
            lock (gate) return open.Count == 0;
        }
    }

    /// <summary>The conversation, begun if it is not there; null where there are too many already.</summary>
    internal Transcript? Open(DirectLineTicket ticket)
    {
        lock (gate)
        {
            if (open.TryGetValue(ticket.Conversation, out var transcript)) return transcript;
            return open.Count >= Most ? null : open[ticket.Conversation] = new Transcript(ticket.Conversation, ticket.User, time.GetUtcNow());
        }
    }

    /// <summary>Lets go of those that nobody has come for, and erases those that a condition names.</summary>
    internal void Erase(Func<Transcript, bool> isNamed)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            foreach (var transcript in open.Values.Where(t => now - t.Touched > Idle || isNamed(t)).ToList())
            {
                open.Remove(transcript.Conversation);
                transcript.Erase();
            }
        }
    }
}
