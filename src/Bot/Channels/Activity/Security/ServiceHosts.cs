namespace Bot.Channels.Activity.Security;

/// <summary>Where replies, and our token with them, may go.</summary>
internal sealed class ServiceHosts(ActivityOptions options)
{
    // A channel has one address, and most programs one channel.
    private volatile Looked? last;

    /// <summary>The address, or null where nothing may be sent there.</summary>
    internal Uri? Find(string? serviceUrl)
    {
        if (serviceUrl is null) return null;
        if (last is not { } looked || looked.ServiceUrl != serviceUrl) last = looked = new Looked(serviceUrl, Look(serviceUrl));
        return looked.Address;
    }

    private Uri? Look(string serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0) return null;
        // A name such as localhost.example.org is no loopback; Uri looks at the whole host.
        if (uri.IsLoopback) return uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps ? uri : null;
        // Without an app id nothing leaves the machine.
        if (options.IsLocal || uri.Scheme != Uri.UriSchemeHttps) return null;
        return options.AllowedServiceHosts.Any(pattern => Matches(uri.IdnHost, pattern)) ? uri : null;
    }

    private static bool Matches(string host, string pattern) => pattern.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(pattern, StringComparison.OrdinalIgnoreCase);

    private sealed record Looked(string ServiceUrl, Uri? Address);
}
