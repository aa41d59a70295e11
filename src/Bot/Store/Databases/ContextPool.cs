using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Bot.Store.Databases;

/// <summary>Where the contexts of the office's lists come from. A class of its own, so that a program whose lists nobody opens never loads EF Core.</summary>
internal sealed class ContextPool
{
    private readonly PooledDbContextFactory<StoreContext> factory;

    private ContextPool(DbContextOptionsBuilder<StoreContext> options) => factory = new(options
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .EnableThreadSafetyChecks(false)
        .Options);

    internal static ContextPool Sqlite(string connectionString) => new(new DbContextOptionsBuilder<StoreContext>().UseSqlite(connectionString));

    internal static ContextPool Postgres(string connectionString) => new(new DbContextOptionsBuilder<StoreContext>().UseNpgsql(connectionString));

    internal StoreContext Create() => factory.CreateDbContext();
}
