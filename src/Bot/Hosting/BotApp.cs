using Bot.Settings;
using Bot.Telemetry;
using Microsoft.AspNetCore.HttpOverrides;

namespace Bot.Hosting;

/// <summary>The web host: every door and every call for programs.</summary>
internal static class BotApp
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Builds it; nothing listens yet.</summary>
    /// <param name="args">Settings of the command line: <c>--urls</c>, <c>--Limits:RequestsPerMinute</c> and the like.</param>
    /// <param name="parts">What the program is put together from.</param>
    /// <param name="pinned">The day that counts as today; null is the real one.</param>
    /// <param name="overrides">Changes that a test makes before the host is built.</param>
    /// <exception cref="Knowledge.Corpus.CorpusException">The corpus cannot be trusted.</exception>
    /// <exception cref="StartException">A setting, or a calculator's figure, is wrong.</exception>
    internal static WebApplication Build(string[] args, Parts parts, DateOnly? pinned = null, Action<WebApplicationBuilder>? overrides = null)
    {
        // The slim one leaves out what is not used here and would be loaded at every start: IIS, HTTP/3, the event log.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // Settings are read once: a watcher on each file would only cost.
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
            ContentRootPath = AppContext.BaseDirectory,
        });
        if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls(DefaultUrl);
        // Standard output belongs to answers.
        builder.Logging.AddConsole(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            // The slim builder sets its own formatter over the configured one.
            if (builder.Configuration["Logging:Console:FormatterName"] is { Length: > 0 } formatter) console.FormatterName = formatter;
        });
        if (builder.Configuration["Logging:LogLevel:Microsoft.AspNetCore"] is null)
        {
            builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
            // It would only open a scope and a span for each request, which no log of ours shows; traces have theirs without it.
            builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        }

        // A failed start is one line of ours, not the host's stack trace.
        var started = false;
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started && level >= LogLevel.Warning);
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(Limits.Configure);
        // Requests go on where their bytes arrived: one thread's wake-up less.
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        Services.Add(builder, parts, pinned);
        overrides?.Invoke(builder);

        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => started = true);
        SettingWarnings.Write(app.Configuration, app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Bot.Settings"));
        UsePipeline(app);
        Routes.Map(app);
        return app;
    }

    private static void UsePipeline(WebApplication app)
    {
        SharedServices.Use(app);
        var proxies = Limits.TrustedProxies(app.Configuration);
        if (proxies.Count > 0)
        {
            var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
            foreach (var proxy in proxies) forwarded.KnownProxies.Add(proxy);
            app.UseForwardedHeaders(forwarded);
        }

        if (app.Services.GetService<OtlpTarget>() is not null) RouteTags.Use(app);
        SecurityHeaders.Use(app);
        app.UseMiddleware<ProblemMiddleware>();
        app.UseRequestTimeouts();
        RateLimits.Use(app);
        Crowd.Use(app);
    }
}
