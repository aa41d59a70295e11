using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Bot.Channels.Web.Oidc;

/// <summary>The calls to the provider: ten seconds each, never redirected, never long.</summary>
internal sealed class ProviderCalls(OidcOptions options) : IDocumentRetriever, IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = 256 * 1024,
    };

    /// <summary>Fetches a document of metadata or keys.</summary>
    /// <exception cref="ProviderException">The address is not safe.</exception>
    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel) =>
        OidcOptions.IsSafe(address) ? await http.GetStringAsync(new Uri(address), cancel) : throw new ProviderException("an address in the metadata is not https");

    /// <summary>Exchanges a code for the token that says who came with it; null where the provider does not take the code.</summary>
    /// <exception cref="ProviderException">The reply is none.</exception>
    internal async Task<string?> ExchangeAsync(OpenIdConnectConfiguration provider, string code, string verifier, string redirect, CancellationToken cancellation)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = redirect,
            ["code_verifier"] = verifier,
            ["client_id"] = options.ClientId,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, provider.TokenEndpoint);
        // By the protocol the header is what every provider takes, unless it says otherwise.
        var methods = provider.TokenEndpointAuthMethodsSupported;
        if (methods.Count == 0 || methods.Contains("client_secret_basic")) request.Headers.Authorization = Basic();
        else form["client_secret"] = options.ClientSecret;
        request.Content = new FormUrlEncodedContent(form);
        using var reply = await http.SendAsync(request, cancellation);
        if (reply.StatusCode == HttpStatusCode.BadRequest) return null;
        if (reply.StatusCode != HttpStatusCode.OK) throw new ProviderException($"the token endpoint replied {(int)reply.StatusCode}");
        using var json = JsonDocument.Parse(await reply.Content.ReadAsStringAsync(cancellation));
        return json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("id_token", out var token) && token.ValueKind == JsonValueKind.String
            ? token.GetString()
            : throw new ProviderException("the token endpoint sent no id_token");
    }

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    private AuthenticationHeaderValue Basic() =>
        new("Basic", Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes($"{WebUtility.UrlEncode(options.ClientId)}:{WebUtility.UrlEncode(options.ClientSecret)}")));
}
