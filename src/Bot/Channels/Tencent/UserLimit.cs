using System.Collections.Concurrent;

namespace Bot.Channels.Tencent;

/// <summary>So many questions a minute from one user; retries of a callback never get here.</summary>
internal sealed class UserLimit(TimeProvider time, int perMinute)
{
    private const int ManyUsers = 10_000;
    private readonly ConcurrentDictionary<string, (long Minute, int Count)> users = new(StringComparer.Ordinal);

    /// <summary>Counts one; false where it is one too many.</summary>
    internal bool Allows(string conversation)
    {
        if (perMinute == 0) return true;
        var minute = time.GetUtcNow().ToUnixTimeSeconds() / 60;
        if (users.Count > ManyUsers)
        {
            foreach (var user in users)
            {
                if (user.Value.Minute != minute) users.TryRemove(user);
            }
        }

        return users.AddOrUpdate(conversation, (minute, 1), (_, had) => had.Minute == minute ? (minute, had.Count + 1) : (minute, 1)).Count <= perMinute;
    }
}
