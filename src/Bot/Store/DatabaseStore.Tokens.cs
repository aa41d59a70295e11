using Bot.Store.Records;
using Bot.Store.Writing;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store;

/// <summary>Access tokens that instances share.</summary>
internal sealed partial class DatabaseStore
{
    /// <inheritdoc/>
    public Task<KeptToken?> FindTokenAsync(string name, CancellationToken cancellation) =>
        ReadAsync<KeptToken?>(context => context.AccessTokens.SingleOrDefaultAsync(row => row.Name == name, cancellation), null);

    /// <inheritdoc/>
    public Task<bool> TryLeaseTokenAsync(string name, string seen, string holder, TimeSpan lease, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return WriteAsync((session, token) => TokenWrites.TryLeaseAsync(session, name, seen, holder, now, now + lease, token), cancellation);
    }

    /// <inheritdoc/>
    public Task KeepTokenAsync(KeptToken token, string holder, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return WriteAsync((session, stop) => TokenWrites.KeepAsync(session, token, holder, now, stop), cancellation);
    }

    /// <inheritdoc/>
    public Task ReleaseTokenAsync(string name, string holder, CancellationToken cancellation) =>
        WriteAsync((session, token) => TokenWrites.ReleaseAsync(session, name, holder, token), cancellation);
}
