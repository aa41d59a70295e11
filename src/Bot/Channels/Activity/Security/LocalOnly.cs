using Bot.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Bot.Channels.Activity.Security;

/// <summary>Without an app id: says so at start, and refuses to start where other machines could reach the program unless that is wanted.</summary>
internal sealed partial class LocalOnly(ActivityOptions options, IConfiguration settings, IServer server, ILogger<LocalOnly> logger) : IHostedLifecycleService
{
    private const string Way = "请设置 MicrosoftAppId；不用 Teams 和 Bot Framework 的，设置 Bot:AllowWithoutAppId=true（/api/messages 仍只对本机开放）。";

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        // The host's default name is Production too; what counts is that somebody said so.
        if (options is { IsLocal: true, MayStayLocal: false } && string.Equals(settings["environment"], Environments.Production, StringComparison.OrdinalIgnoreCase))
            throw new StartException("运行环境明确设为 Production，但没有设置 MicrosoftAppId。" + Way);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!options.IsLocal)
        {
            if (options.Password.Length == 0) Log.NoPassword(logger);
            return Task.CompletedTask;
        }

        // Only now are the addresses known, whichever setting they came from.
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        if (!options.MayStayLocal && addresses.FirstOrDefault(a => !IsLoopback(a)) is { } open)
            throw new StartException($"监听地址 {open} 不限于本机，但没有设置 MicrosoftAppId。" + Way);
        Log.Local(logger);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsLoopback(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "No MicrosoftAppId: /api/messages takes anonymous calls, from this machine only.")]
        internal static partial void Local(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "MicrosoftAppId without MicrosoftAppPassword: replies can only be given in the response (expectReplies).")]
        internal static partial void NoPassword(ILogger logger);
    }
}
