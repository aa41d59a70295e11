using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Channels.WeChat;

/// <summary>Stands in for api.weixin.qq.com and qyapi.weixin.qq.com on a free port.</summary>
internal sealed class ServiceStandIn : IAsyncDisposable
{
    private readonly WebApplication app;
    private int issued;

    private ServiceStandIn(WebApplication app) => this.app = app;

    internal Uri Address => new(app.Urls.First());

    /// <summary>How often a token was asked for.</summary>
    internal int Issued => issued;

    /// <summary>What was sent, whole.</summary>
    internal ConcurrentQueue<JsonElement> Sent { get; } = new();

    /// <summary>The codes of the next sends, first come first served; afterwards 0.</summary>
    internal ConcurrentQueue<int> Codes { get; } = new();

    /// <summary>How many sends were refused.</summary>
    internal int Refused;

    /// <summary>Ends the token that was issued last.</summary>
    internal bool TokenExpired { get; set; }

    internal static async Task<ServiceStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var standIn = new ServiceStandIn(builder.Build());
        standIn.app.MapPost("/cgi-bin/stable_token", standIn.IssueAsync);
        standIn.app.MapGet("/cgi-bin/gettoken", standIn.IssueAsync);
        foreach (var path in (string[])["/cgi-bin/message/custom/send", "/cgi-bin/message/send", "/cgi-bin/menu/create"]) standIn.app.MapPost(path, standIn.TakeAsync);
        await standIn.app.StartAsync();
        return standIn;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    /// <summary>Waits until so many were sent, and gives them.</summary>
    internal async Task<List<JsonElement>> WaitAsync(int count)
    {
        for (var i = 0; i < 600 && Sent.Count < count; i++) await Task.Delay(50);
        Assert.Equal(count, Sent.Count);
        return [.. Sent];
    }

    private async Task<IResult> IssueAsync()
    {
        await Task.Delay(30);
        TokenExpired = false;
        var token = $"secret-token-{Interlocked.Increment(ref issued)}";
        return Results.Json(new { access_token = token, expires_in = 7200 });
    }

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        var body = await JsonDocument.ParseAsync(request.Body);
        var code = TokenExpired || request.Query["access_token"] != string.Create(CultureInfo.InvariantCulture, $"secret-token-{issued}")
            ? 42001
            : Codes.TryDequeue(out var next) ? next : 0;
        if (code == 0) Sent.Enqueue(body.RootElement.Clone());
        else Interlocked.Increment(ref Refused);
        return Results.Json(new { errcode = code, errmsg = "of no use" });
    }
}
