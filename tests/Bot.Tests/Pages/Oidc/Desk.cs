using System.Collections.Concurrent;
using System.Net;
using Bot.Hosting;
using Calculators.Rules;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Pages.Oidc;

/// <summary>The program with a provider to sign in at, and a clock that can be moved.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("oidc-").FullName;
    private WebApplication? app;

    /// <summary>The clock of both.</summary>
    internal MovedTime Time { get; } = new();

    /// <summary>The provider.</summary>
    internal Provider Provider { get; private set; } = null!;

    /// <summary>Everything that the program logged.</summary>
    internal ConcurrentQueue<string> Log { get; } = [];

    internal string Address => app!.Urls.First();

    internal static async Task<Desk> StartAsync(params string[] settings)
    {
        var desk = new Desk();
        desk.Provider = await Provider.StartAsync(desk.Time);
        desk.app = BotApp.Build(
            ["--urls", "http://127.0.0.1:0", $"--Storage:Folder={desk.folder}", "--Limits:RequestsPerMinute=0",
                $"--Desk:Oidc:Authority={desk.Provider.Address}", $"--Desk:Oidc:ClientId={Provider.ClientId}", $"--Desk:Oidc:ClientSecret={Provider.ClientSecret}", .. settings],
            new Parts(Catalogue.Default, desk.Time), overrides: builder => builder.Logging.SetMinimumLevel(LogLevel.Debug).AddProvider(new Sink(desk.Log)));
        await desk.app.StartAsync();
        return desk;
    }

    /// <summary>A browser of its own.</summary>
    internal Browser Open() => new(Address);

    public async ValueTask DisposeAsync()
    {
        await app!.DisposeAsync();
        await Provider.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The real time and what was added to it.</summary>
    internal sealed class MovedTime : TimeProvider
    {
        internal TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + By;
    }

    private sealed class Sink(ConcurrentQueue<string> log) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => log.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}

/// <summary>A client that keeps cookies and follows redirects only where asked to.</summary>
internal sealed class Browser : IDisposable
{
    private readonly HttpClient steps;
    private readonly HttpClient follows;

    internal Browser(string address)
    {
        steps = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = new Uri(address) };
        follows = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies }) { BaseAddress = new Uri(address) };
    }

    internal CookieContainer Cookies { get; } = new();

    /// <summary>One request.</summary>
    internal Task<HttpResponseMessage> StepAsync(string address) => steps.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));

    /// <summary>One request of any kind.</summary>
    internal Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => steps.SendAsync(request);

    /// <summary>A request and where it leads.</summary>
    internal Task<HttpResponseMessage> FollowAsync(string address) => follows.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));

    /// <summary>Goes to the provider and returns the address to which it sends back.</summary>
    internal async Task<string> ComeBackAsync(string next = "/desk")
    {
        using var there = await StepAsync($"/desk/sign-in/oidc?next={Uri.EscapeDataString(next)}");
        using var back = await StepAsync(there.Headers.Location!.ToString());
        return back.Headers.Location!.ToString();
    }

    /// <summary>Whether the desk is open to it.</summary>
    internal async Task<bool> IsInAsync()
    {
        using var reply = await StepAsync("/api/desk/questions");
        return reply.StatusCode == HttpStatusCode.OK;
    }

    public void Dispose()
    {
        steps.Dispose();
        follows.Dispose();
    }
}
