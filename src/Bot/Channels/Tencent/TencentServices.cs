using System.Globalization;
using Bot.Channels.WeChat;
using Bot.Channels.WeCom;
using Bot.Hosting;

namespace Bot.Channels.Tencent;

/// <summary>Sets up the two doors, each where it is configured.</summary>
internal static class TencentServices
{
    private const int DefaultOutboxHours = 24;

    /// <exception cref="StartException">A setting is wrong.</exception>
    internal static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var (official, work) = (WeChatOptions.Read(configuration, out var wrong), WeComOptions.Read(configuration, out var alsoWrong));
        if (wrong.Concat(alsoWrong).FirstOrDefault() is { } fault) throw new StartException(fault);
        // A user who wrote before an account was switched off may still ask for what is kept.
        services.AddSingleton<UserKey>();
        if (official is null && work is null) return;
        var life = OutboxLife(configuration);
        var perMinute = Limits.RequestsPerMinute(configuration);
        services.AddSingleton<ReadingList>();
        services.AddSingleton<Talk>();
        services.AddSingleton<Deliveries>();
        services.AddSingleton<CallbackDoor>();
        services.AddSingleton<LateReplies>();
        services.AddSingleton(new LateSettings(life, Retry: TimeSpan.FromSeconds(2), Grace: TimeSpan.FromSeconds(20), Look: TimeSpan.FromSeconds(2)));
        services.AddSingleton(Shared(configuration, official));
        services.AddSingleton(provider => new UserLimit(provider.GetRequiredService<TimeProvider>(), perMinute));
        services.AddHostedService<LateReplyService>();
        if (official is not null)
        {
            services.AddSingleton(official);
            services.AddSingleton<WeChatSender>();
            services.AddSingleton<IReplySender>(provider => provider.GetRequiredService<WeChatSender>());
        }

        if (work is null) return;
        services.AddSingleton(work);
        services.AddSingleton<WeComSender>();
        services.AddSingleton<IReplySender>(provider => provider.GetRequiredService<WeComSender>());
    }

    /// <summary>Maps what is configured; the rest answers 404.</summary>
    internal static void Map(WebApplication app)
    {
        if (app.Services.GetService<WeChatOptions>() is not null) WeChatEndpoints.Map(app);
        if (app.Services.GetService<WeComOptions>() is not null) WeComEndpoints.Map(app);
        if (app.Services.GetService<CallbackDoor>() is not null) SummaryPage.Map(app);
    }

    /// <summary>What both doors are told.</summary>
    /// <exception cref="StartException">A setting is wrong.</exception>
    internal static TalkSettings Shared(IConfiguration configuration, WeChatOptions? official)
    {
        var address = (configuration["Bot:BaseUrl"] ?? "").Trim().TrimEnd('/');
        if (address.Length > 0 && !(Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"))
            throw new StartException("Bot:BaseUrl 应为外部可以访问的网址，例如 https://policy.example.gov.cn。");
        return new TalkSettings((configuration["Bot:HumanContact"] ?? "").Trim().TrimEnd('。'), official?.TransfersToHuman ?? false, address);
    }

    private static TimeSpan OutboxLife(IConfiguration configuration) =>
        configuration["Bot:OutboxHours"] is not { Length: > 0 } given ? TimeSpan.FromHours(DefaultOutboxHours)
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours is >= 1 and <= 48 ? TimeSpan.FromHours(hours)
        : throw new StartException("Bot:OutboxHours 应为 1 至 48 的整数（小时）。");
}
