using Bot.Channels.Web.Locating;
using Bot.Channels.Web.Questions;

namespace Bot.Channels.Web;

/// <summary>The web pages and the calls that only they need.</summary>
internal static class WebChannel
{
    internal static void Add(IServiceCollection services)
    {
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
    }
}
