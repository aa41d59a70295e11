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

    /// <summary>The conversation, begun if it is not there; null where there are too many already.</summary>
    internal Transcript? Open(string conversation)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (open.TryGetValue(conversation, out var transcript)) return transcript;
            if (open.Count >= Most)
            {
                foreach (var (id, _) in open.Where(o => now - o.Value.Touched > Idle).ToList()) open.Remove(id);
                if (open.Count >= Most) return null;
            }

            return open[conversation] = new Transcript(conversation, now);
        }
    }
}
