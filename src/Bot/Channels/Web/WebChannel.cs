using Bot.Channels.Web.Locating;
using Bot.Channels.Web.Oidc;
using Bot.Channels.Web.Questions;
using Bot.Channels.Web.Usage;

namespace Bot.Channels.Web;

/// <summary>The web pages and the calls that only they need.</summary>
internal static class WebChannel
{
    /// <exception cref="Hosting.StartException">A setting is missing or wrong.</exception>
    internal static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var ways = SignInWays.Read(configuration);
        services.AddSingleton(ways);
        if (ways.Oidc is { } oidc) OidcEndpoints.Add(services, oidc);
        services.AddSingleton<DeskSession>();
        services.AddSingleton<SignInAttempts>();
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        PageEndpoints.Map(app);
        CurveEndpoints.Map(app);
        DocumentTextEndpoints.Map(app);
        RetentionEndpoints.Map(app);
        FactsEndpoints.Map(app);
        LocateEndpoints.Map(app);
        QuestionEndpoints.Map(app);
        UsageEndpoints.Map(app);
    }
}
