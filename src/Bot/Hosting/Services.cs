using Bot.Answering;
using Bot.Channels.Activity;
using Bot.Channels.DirectLine;
using Bot.Channels.Shared;
using Bot.Channels.Tencent;
using Bot.Channels.Web;
using Bot.LanguageModel;
using Bot.Privacy;
using Bot.Store;
using Bot.Telemetry;

namespace Bot.Hosting;

/// <summary>What the host's rooms are given.</summary>
internal static class Services
{
    internal static void Add(WebApplicationBuilder builder, Parts parts, DateOnly? pinned)
    {
        var services = builder.Services;
        var composition = Composition.Load(builder.Configuration, parts);
        var requestsPerMinute = Limits.RequestsPerMinute(builder.Configuration);
        services.AddSingleton(composition);
        services.AddSingleton(composition.Catalogue);
        services.AddSingleton(composition.Masker);
        services.AddSingleton(parts.Time);
        services.AddSingleton(new Today(parts.Time, pinned));
        services.AddStore(builder.Configuration);
        services.AddLanguageModel(builder.Configuration);
        services.AddSingleton<SharedTokens>();
        services.AddSingleton<IAssistant, Assistant>();
        services.AddActivity(builder.Configuration).AddDirectLine();
        services.AddSingleton<IReadiness, StoreReadiness>();
        services.AddSingleton<DialogueReadiness>();
        services.AddSingleton<IReadiness>(provider => provider.GetRequiredService<DialogueReadiness>());
        services.AddHostedService(provider => provider.GetRequiredService<DialogueReadiness>());
        services.AddHostedService<CorpusWatch>();
        services.AddSingleton<IDeskGate, DeskGate>();
        TencentServices.Add(services, builder.Configuration);
        WebChannel.Add(services, builder.Configuration);
        services.AddSingleton<PersonFinder>().AddSingleton<AccessLog>();
        Observation.Add(services, builder.Configuration);
        services.AddSingleton(new Crowd(builder.Configuration));
        TimeLimit.Add(services, builder.Configuration);
        if (requestsPerMinute > 0) services.AddRateLimiter(options => RateLimits.Configure(options, requestsPerMinute));
        services.AddSingleton(new ProgramDescription(services));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }
}
