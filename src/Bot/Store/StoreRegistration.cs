using Bot.Store.Databases;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Store;

/// <summary>Where the host takes the store from.</summary>
internal static class StoreRegistration
{
    /// <summary>Adds <see cref="IStore"/> and what keeps it open. To be added before the doors, so that it is closed after them.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">With the section <c>Storage</c>.</param>
    /// <param name="isServing">Whether this process answers all day; else it is a visitor of the data folder, beside one that does.</param>
    internal static IServiceCollection AddStore(this IServiceCollection services, IConfiguration configuration, bool isServing = true)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection("Storage")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => CreateAvailability(provider, isServing));
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

    private static Availability CreateAvailability(IServiceProvider provider, bool isServing)
    {
        var options = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
        var time = provider.GetRequiredService<TimeProvider>();
        return new Availability(
            report => options.ConnectionString.Length > 0
                ? new PostgresDatabase(options.ConnectionString)
                : new SqliteDatabase(options.FolderPath(), time, report, isServing: isServing),
            time,
            TimeSpan.FromSeconds(options.RetrySeconds),
            provider.GetRequiredService<ILogger<Availability>>());
    }
}
