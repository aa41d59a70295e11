using System.Globalization;
using System.Net;
using Bot.Api;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Bot.Hosting;

/// <summary>How much of the program one client may take.</summary>
internal static class Limits
{
    private const int DefaultRequestsPerMinute = 60;

    /// <summary>Kestrel's own limits; its defaults are meant for uploads.</summary>
    internal static void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = RequestBody.LongestKiB * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(65);
        kestrel.Limits.MaxConcurrentConnections = 1000;
        kestrel.Limits.MaxConcurrentUpgradedConnections = 1000;
        // A client that feeds a body or takes a reply slower than this, after five seconds' grace, is let go.
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        kestrel.Limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
    }

    /// <summary><c>Limits:RequestsPerMinute</c>.</summary>
    /// <exception cref="StartException">It is no count.</exception>
    internal static int RequestsPerMinute(IConfiguration configuration) =>
        configuration["Limits:RequestsPerMinute"] is not { Length: > 0 } given
            ? DefaultRequestsPerMinute
            : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? count
                : throw new StartException("Limits:RequestsPerMinute 应为 0（不限）或更大的整数。");

    /// <summary><c>Limits:TrustedProxies</c>: the addresses, parted by commas, whose X-Forwarded-For is believed.</summary>
    /// <exception cref="StartException">One is no address.</exception>
    internal static IReadOnlyList<IPAddress> TrustedProxies(IConfiguration configuration) =>
        [.. (configuration["Limits:TrustedProxies"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(
            text => IPAddress.TryParse(text, out var address) ? address : throw new StartException("Limits:TrustedProxies 应为以逗号分隔的 IP 地址。"))];
}
