using System.Net;

namespace Bot.Hosting;

/// <summary>Whether a request comes from this very machine and went through no proxy.</summary>
internal static class Loopback
{
    /// <summary>The remote address and the Host are loopback, and no Forwarded or X-Forwarded-* header is there.</summary>
    internal static bool Is(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote
        && IPAddress.IsLoopback(remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote)
        && IsLoopbackHost(context.Request.Host.Host)
        && !IsForwarded(context.Request.Headers);

    private static bool IsForwarded(IHeaderDictionary headers)
    {
        // The list of keys alone would be made anew for each request.
        foreach (var (name, _) in headers)
        {
            if (IsForwarded(name)) return true;
        }

        return false;
    }

    // X-Original-* is what the forwarded headers become once a trusted proxy's were taken over.
    private static bool IsForwarded(string header) =>
        header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase);

    private static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
