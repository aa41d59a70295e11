using Bot.Store;

namespace Bot.Hosting;

/// <summary>Whether answers and feedback can be kept.</summary>
internal sealed class StoreReadiness(IStore store) : IReadiness
{
    /// <inheritdoc />
    public async ValueTask<Unready?> CheckAsync(CancellationToken cancellation) =>
        await store.CheckAsync(cancellation) is { } problem ? new Unready(problem.Reason, problem == StoreProblem.Starting) : null;
}
