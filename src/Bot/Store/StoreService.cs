namespace Bot.Store;

/// <summary>Opens the store with the host and closes it after the doors, with everything that was queued committed.</summary>
internal sealed class StoreService(Availability availability) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => availability.StartAsync();

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => availability.DisposeAsync().AsTask();
}
