using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Instances;

/// <summary>A plain reverse proxy: each request goes to the next instance, whoever sent it.</summary>
internal sealed class RoundRobin : IAsyncDisposable
{
    private static readonly string[] Hops = ["Host", "Connection", "Transfer-Encoding", "Keep-Alive"];
    private readonly WebApplication app;
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly Uri[] instances;
    private int next;

    private RoundRobin(Uri[] instances)
    {
        this.instances = instances;
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(ForwardAsync);
    }

    internal Uri Address => new(app.Urls.First());

    internal static async Task<RoundRobin> StartAsync(params Uri[] instances)
    {
        var proxy = new RoundRobin(instances);
        await proxy.app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        var instance = instances[Interlocked.Increment(ref next) % instances.Length];
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(instance, context.Request.Path + context.Request.QueryString));
        if (context.Request.ContentLength is > 0 || context.Request.Headers.TransferEncoding.Count > 0) request.Content = new StreamContent(context.Request.Body);
        foreach (var (name, value) in context.Request.Headers)
        {
            if (!Hops.Contains(name, StringComparer.OrdinalIgnoreCase) && !request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value)) request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)value);
        }

        request.Headers.Host = context.Request.Host.Value;
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", context.Connection.RemoteIpAddress?.ToString() ?? IPAddress.Loopback.ToString());
        request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", "http");
        using var reply = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)reply.StatusCode;
        foreach (var (name, values) in reply.Headers.Concat(reply.Content.Headers))
        {
            if (!Hops.Contains(name, StringComparer.OrdinalIgnoreCase)) context.Response.Headers[name] = values.ToArray();
        }

        await reply.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
