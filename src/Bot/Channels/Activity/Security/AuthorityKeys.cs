namespace Bot.Channels.Activity.Security;

/// <summary>The keys of the two authorities that may vouch for a caller, kept apart.</summary>
internal sealed class AuthorityKeys : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(10) })
    {
        Timeout = TimeSpan.FromSeconds(5),
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    public AuthorityKeys(ActivityOptions options, TimeProvider time, ILogger<SigningKeys> logger)
    {
        Channels = new SigningKeys(options.ChannelMetadata, http, time, logger);
        Entra = new SigningKeys(options.EntraMetadata, http, time, logger);
    }

    internal SigningKeys Channels { get; }

    internal SigningKeys Entra { get; }

    /// <inheritdoc />
    public void Dispose()
    {
        Channels.Dispose();
        Entra.Dispose();
        http.Dispose();
    }
}
