using Bot.Store.Records;
using Bot.Store.Writing;

namespace Bot.Store;

/// <summary>Claims and the outbox.</summary>
internal sealed partial class DatabaseStore
{
    /// <inheritdoc/>
    public Task<bool> TryClaimAsync(string channel, string messageId, TimeSpan? abandonedAfter, CancellationToken cancellation)
    {
        KeptText.Check(channel, messageId);
        var now = time.GetUtcNow();
        var abandoned = abandonedAfter is { } after ? now - after : DateTimeOffset.UnixEpoch;
        return WriteAsync(
            (session, token) => ClaimWrites.TryClaimAsync(session, channel, messageId, now, abandoned, token), cancellation);
    }

    /// <inheritdoc/>
    public async Task<bool> TryBeginAsync(string channel, string messageId, TimeSpan abandonedAfter, bool isSettled, CancellationToken cancellation)
    {
        if (availability.Database.ManyWriters)
            return await TryClaimAsync(channel, messageId, abandonedAfter, cancellation);
        if (isSettled)
            return true;
        KeptText.Check(channel, messageId);
        return await FindClaimAsync(channel, messageId, cancellation) is not { } claim
            || (claim.AnswerId is null && claim.At < time.GetUtcNow() - abandonedAfter);
    }

    /// <inheritdoc/>
    public Task CompleteClaimAsync(string channel, string messageId, string answerId, CancellationToken cancellation)
    {
        KeptText.Check(channel, messageId, answerId);
        var now = time.GetUtcNow();
        return WriteAsync((session, token) => ClaimWrites.CompleteAsync(session, channel, messageId, answerId, now, token), cancellation);
    }

    /// <inheritdoc/>
    public Task<bool> SettleClaimAsync(string channel, string messageId, string answerId, CancellationToken cancellation)
    {
        KeptText.Check(channel, messageId, answerId);
        var now = time.GetUtcNow();
        return WriteAsync((session, token) => ClaimWrites.SettleAsync(session, channel, messageId, answerId, now, token), cancellation);
    }

    /// <inheritdoc/>
    public Task ReleaseClaimAsync(string channel, string messageId, CancellationToken cancellation) =>
        WriteAsync((session, token) => ClaimWrites.ReleaseAsync(session, channel, messageId, token), cancellation);

    /// <inheritdoc/>
    public Task<ProcessedMessage?> FindClaimAsync(string channel, string messageId, CancellationToken cancellation) =>
        ReadAsync<ProcessedMessage?>((session, token) => TurnReads.FindClaimAsync(session, channel, messageId, token), null, cancellation);

    /// <inheritdoc/>
    public Task EnqueueAsync(OutboxItem item, CancellationToken cancellation)
    {
        KeptText.Check(item.Id, item.Channel, item.Target, item.Payload);
        return WriteAsync((session, token) => OutboxWrites.EnqueueAsync(session, item, token), cancellation);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutboxItem>> TakeDueAsync(int most, TimeSpan lease, CancellationToken cancellation) =>
        TakeAsync(null, most, lease, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutboxItem>> TakeDueAsync(string channel, int most, TimeSpan lease, CancellationToken cancellation) =>
        TakeAsync(channel, most, lease, cancellation);

    /// <inheritdoc/>
    public Task PostponeAsync(string id, DateTimeOffset due, CancellationToken cancellation) =>
        WriteAsync((session, token) => OutboxWrites.PostponeAsync(session, id, due, token), cancellation);

    /// <inheritdoc/>
    public Task RemoveAsync(string id, CancellationToken cancellation) =>
        WriteAsync((session, token) => OutboxWrites.RemoveAsync(session, id, token), cancellation);

    private async Task<IReadOnlyList<OutboxItem>> TakeAsync(string? channel, int most, TimeSpan lease, CancellationToken cancellation)
    {
        if (await availability.ProblemAsync() is not null)
            return [];
        var now = time.GetUtcNow();
        return await WriteAsync(
            (session, token) => OutboxWrites.TakeDueAsync(
                session, availability.Database.ManyWriters, channel, most, now, now + lease, token),
            cancellation);
    }
}
