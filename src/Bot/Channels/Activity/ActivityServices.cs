using Bot.Channels.Activity.Connector;
using Bot.Channels.Activity.Replies;
using Bot.Channels.Activity.Security;
using Bot.Store;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Activity;

/// <summary>What the Activity channel is made of.</summary>
internal static class ActivityServices
{
    internal static IServiceCollection AddActivity(this IServiceCollection services, IConfiguration settings)
    {
        services.AddIdentities(settings).AddSingleton<UserRate>();
        services.AddSingleton<AuthorityKeys>().AddSingleton<CallerCheck>().AddSingleton<ServiceHosts>();
        services.AddSingleton<AwardCard>().AddSingleton<Appearances>().AddSingleton<CitationEntity>().AddSingleton<AnswerReply>();
        services.AddSingleton<Details>().AddSingleton<Welcome>().AddSingleton<SentAnswers>().AddSingleton<Invokes>().AddSingleton<Votes>();
        services.AddSingleton<ActivityBot>().AddSingleton<Deliveries>().AddSingleton<ActivityRouter>();
        // A redirect would take our token to somebody else.
        services.AddKeyedSingleton(typeof(ConnectorClient), (_, _) => new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) })
        {
            Timeout = TimeSpan.FromSeconds(30),
            MaxResponseContentBufferSize = 1024 * 1024,
        });
        services.AddSingleton(new RetryPace());
        services.AddSingleton(p => ActivatorUtilities.CreateInstance<AccessTokens>(p, Http(p)));
        services.AddSingleton(p => ActivatorUtilities.CreateInstance<ConnectorClient>(p, Http(p)));
        services.AddSingleton<ReplyDelivery>().AddSingleton<TurnDelivery>();
        services.AddHostedService<LocalOnly>();
        services.AddHostedService(p => p.GetRequiredService<TurnDelivery>());
        services.AddHostedService<OutboxSender>();
        return services;
    }

    /// <summary>Adds what names users and conversations in the records.</summary>
    internal static IServiceCollection AddIdentities(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(ActivityOptions.Read(settings));
        services.AddSingleton(p => KeyedHash.Open(p.GetRequiredService<ActivityOptions>(), p.GetRequiredService<IOptions<StorageOptions>>(), p.GetRequiredService<ILogger<KeyedHash>>()));
        return services.AddSingleton<ConversationNames>();
    }

    private static HttpClient Http(IServiceProvider provider) => provider.GetRequiredKeyedService<HttpClient>(typeof(ConnectorClient));
}
