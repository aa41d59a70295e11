using Bot.Api;
using Bot.Channels.Activity;
using Bot.Channels.DirectLine;
using Bot.Channels.Tencent;
using Bot.Channels.Web;
using Bot.Privacy;
using Bot.Telemetry;

namespace Bot.Hosting;

/// <summary>Every call, a line a topic.</summary>
internal static class Routes
{
    internal static void Map(WebApplication app)
    {
        DocumentEndpoints.Map(app);
        ClauseEndpoints.Map(app);
        CalculatorEndpoints.Map(app);
        AnswerEndpoints.Map(app);
        FeedbackEndpoints.Map(app);
        ActivityEndpoints.Map(app);
        DirectLineEndpoints.Map(app);
        SummaryEndpoints.Map(app);
        HealthEndpoints.Map(app);
        Observation.Map(app);
        TencentServices.Map(app);
        WebChannel.Map(app);
        PrivacyEndpoints.Map(app);
        ProgramDescription.Map(app);
    }
}
