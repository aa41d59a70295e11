using Bot.Store.Databases;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Store;

/// <summary>Where the host takes the store from.</summary>
internal static class StoreRegistration
{
    /// <summary>Adds <see cref="IStore"/> and what keeps it open. To be added before the doors, so that it is closed after them.</summary>
    internal static IServiceCollection AddStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection("Storage")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(CreateAvailability);
        services.AddSingleton<IStore, DatabaseStore>();
        services.AddSingleton<IConversations>(provider => provider.GetRequiredService<IStore>());
        services.AddSingleton<IClaims>(provider => provider.GetRequiredService<IStore>());
        services.AddSingleton<IPersonalData>(provider => provider.GetRequiredService<IStore>());
        services.AddSingleton<IOutbox>(provider => provider.GetRequiredService<IStore>());
        services.AddSingleton<ITokens>(provider => provider.GetRequiredService<IStore>());
        services.AddSingleton<IOfficeFigures, OfficeFigures>();
        services.AddHostedService<StoreService>();
        services.AddHostedService<PurgeService>();
        return services;
    }

    private static Availability CreateAvailability(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
        var time = provider.GetRequiredService<TimeProvider>();
        return new Availability(
            report => options.ConnectionString.Length > 0
                ? new PostgresDatabase(options.ConnectionString)
                : new SqliteDatabase(options.FolderPath(), time, report),
            time,
            TimeSpan.FromSeconds(options.RetrySeconds),
            provider.GetRequiredService<ILogger<Availability>>());
    }
}
