using System.Diagnostics.CodeAnalysis;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Bot.Channels.Web.Oidc;

/// <summary>What the provider says of itself and its keys, asked for at first use and twice a day.</summary>
internal sealed class ProviderMetadata(OidcOptions options, ProviderCalls calls, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Age = TimeSpan.FromHours(12);

    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile Read? last;

    /// <summary>The metadata.</summary>
    /// <param name="outdated">What was found to lack a key; it is not given again.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ProviderException">It is not what a provider should say.</exception>
    internal async Task<OpenIdConnectConfiguration> GetAsync(OpenIdConnectConfiguration? outdated, CancellationToken cancellation)
    {
        if (IsGood(last, outdated)) return last.Configuration;
        await turn.WaitAsync(cancellation);
        try
        {
            if (IsGood(last, outdated)) return last.Configuration;
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(options.Authority + "/.well-known/openid-configuration", calls, cancellation);
            Verify(configuration);
            last = new Read(configuration, time.GetUtcNow());
            return configuration;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    private bool IsGood([NotNullWhen(true)] Read? read, OpenIdConnectConfiguration? outdated) =>
        read is not null && !ReferenceEquals(read.Configuration, outdated) && time.GetUtcNow() - read.At < Age;

    private void Verify(OpenIdConnectConfiguration configuration)
    {
        if (configuration.Issuer?.TrimEnd('/') != options.Authority) throw new ProviderException("the metadata's issuer is not the authority");
        if (!OidcOptions.IsSafe(configuration.AuthorizationEndpoint) || !OidcOptions.IsSafe(configuration.TokenEndpoint)) throw new ProviderException("an endpoint is missing or not https");
    }

    private sealed record Read(OpenIdConnectConfiguration Configuration, DateTimeOffset At);
}
