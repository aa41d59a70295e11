using Bot.Store.Records;

namespace Bot.Store.Writing;

/// <summary>Shared access tokens; one statement decides who fetches, so that no two instances can both win.</summary>
internal static class TokenWrites
{
    private static readonly Statement Lease = new("""
        INSERT INTO access_tokens (name, sealed, use_until, holder, leased_until) VALUES (@name, '', 0, @holder, @until)
        ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, leased_until = excluded.leased_until
        WHERE access_tokens.leased_until < @now AND access_tokens.sealed = @seen
        """);

    private static readonly Statement Keep = new(
        "UPDATE access_tokens SET sealed = @sealed, use_until = @until, leased_until = 0 WHERE name = @name AND holder = @holder");

    private static readonly Statement Release =
        new("UPDATE access_tokens SET leased_until = 0 WHERE name = @name AND holder = @holder");

    // Of accounts and secrets that are no longer set up, nothing stays longer than its token holds.
    private static readonly Statement DeleteOld =
        new("DELETE FROM access_tokens WHERE name <> @name AND use_until < @now AND leased_until < @now");

    internal static async Task<bool> TryLeaseAsync(
        Session session, string name, string seen, string holder, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation) =>
        await session.ExecuteAsync(Lease, cancellation, name, holder, KeptTime.Of(until), KeptTime.Of(now), seen) > 0;

    internal static async Task<int> KeepAsync(Session session, KeptToken token, string holder, DateTimeOffset now, CancellationToken cancellation)
    {
        await session.ExecuteAsync(DeleteOld, cancellation, token.Name, KeptTime.Of(now));
        return await session.ExecuteAsync(Keep, cancellation, token.Sealed, KeptTime.Of(token.UseUntil), token.Name, holder);
    }

    internal static Task<int> ReleaseAsync(Session session, string name, string holder, CancellationToken cancellation) =>
        session.ExecuteAsync(Release, cancellation, name, holder);
}
