using System.Collections.Concurrent;
using System.Globalization;
using Bot.Hosting;
using Bot.Store;

namespace Bot.Channels.Tencent;

/// <summary>A page that a user has not read.</summary>
/// <param name="AnswerId">The answer.</param>
/// <param name="Page">From this page on; 1 is an answer that never reached the user.</param>
internal sealed record Unread(string AnswerId, int Page);

/// <summary>What each conversation has still to read: the rest of long answers, and answers that could not be sent.</summary>
/// <remarks>
/// Kept as a note on a claim named after the conversation and the day, so that every instance finds it. A list of yesterday
/// is still found; an older one is of no use, since the services send nothing 48 hours after the user spoke.
/// </remarks>
internal sealed class ReadingList(IClaims claims, Today today)
{
    private const int Most = 8;
    private const int MostWhileUnkept = 1000;
    private readonly ConcurrentDictionary<string, IReadOnlyList<Unread>> unkept = new(StringComparer.Ordinal);

    /// <summary>The list, what is to be read first standing first.</summary>
    internal async Task<IReadOnlyList<Unread>> FindAsync(string channel, string conversation, CancellationToken cancellation)
    {
        if (unkept.TryGetValue(Name(channel, conversation), out var here)) return here;
        foreach (var day in (DateOnly[])[today.Date, today.Date.AddDays(-1)])
        {
            if (await claims.FindClaimAsync(Channel(channel), Key(conversation, day), cancellation) is { AnswerId: { } kept }) return Read(kept);
        }

        return [];
    }

    /// <summary>Replaces the list.</summary>
    /// <returns>Whether it could be kept; otherwise this process alone knows it.</returns>
    internal async Task<bool> ReplaceAsync(string channel, string conversation, IReadOnlyList<Unread> list, CancellationToken cancellation)
    {
        IReadOnlyList<Unread> kept = [.. list.Take(Most)];
        try
        {
            var key = Key(conversation, today.Date);
            await claims.TryClaimAsync(Channel(channel), key, null, cancellation);
            await claims.CompleteClaimAsync(Channel(channel), key, Write(kept), cancellation);
            unkept.TryRemove(Name(channel, conversation), out _);
            return true;
        }
        catch (StoreUnavailableException)
        {
            // While nothing can be kept this process remembers, within bounds.
            if (unkept.Count < MostWhileUnkept) unkept[Name(channel, conversation)] = kept;
            return false;
        }
    }

    private static string Name(string channel, string conversation) => $"{channel}/{conversation}";

    private static string Channel(string channel) => channel + "-unread";

    private static string Key(string conversation, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{conversation}@{day:yyyy-MM-dd}");

    private static string Write(IReadOnlyList<Unread> list) =>
        string.Join(' ', list.Select(u => string.Create(CultureInfo.InvariantCulture, $"{u.AnswerId}:{u.Page}")));

    private static IReadOnlyList<Unread> Read(string kept) =>
        [.. kept.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(u => u.Split(':')).Select(u => new Unread(u[0], int.Parse(u[1], CultureInfo.InvariantCulture)))];
}
