using System.Globalization;
using System.Text.Json;
using Bot.Channels.Shared;

namespace Bot.Channels.Activity.Connector;

/// <summary>Our own token for the connector: one for all conversations and instances, renewed once for all who wait.</summary>
internal sealed partial class AccessTokens : IDisposable
{
    private const int LongestToken = 64 * 1024;
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5), ShortestLife = TimeSpan.FromMinutes(1);
    private readonly ActivityOptions options;
    private readonly HttpClient http;
    private readonly ILogger<AccessTokens> logger;
    private readonly HeldToken held;

    public AccessTokens(ActivityOptions options, HttpClient http, SharedTokens shared, TimeProvider time, ILogger<AccessTokens> logger)
    {
        (this.options, this.http, this.logger) = (options, http, logger);
        held = new HeldToken(FetchAsync, shared.Of(options.TokenEndpoint, $"{options.AppId}\n{options.TokenScope}", options.Password), time);
    }

    /// <summary>The token; null where none is needed, since no app id is set up.</summary>
    /// <exception cref="TokenUnavailableException">None is to be had now.</exception>
    internal async Task<string?> GetAsync(CancellationToken cancellation) => options.IsLocal ? null : (await held.GetAsync(cancellation)).Token;

    /// <summary>Forgets a token that was refused, unless it has been replaced already.</summary>
    internal void Drop(string token) => held.Drop(token);

    /// <inheritdoc />
    public void Dispose() => held.Dispose();

    private async Task<IssuedToken> FetchAsync(CancellationToken cancellation)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = options.AppId,
            ["client_secret"] = options.Password,
            ["scope"] = options.TokenScope,
        });
        try
        {
            using var response = await http.PostAsync(options.TokenEndpoint, form, cancellation);
            if (!response.IsSuccessStatusCode)
            {
                Log.Refused(logger, (int)response.StatusCode);
                throw new TokenUnavailableException(null);
            }

            using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellation));
            return Read(json.RootElement) ?? throw new TokenUnavailableException(null);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException)
        {
            Log.Unreachable(logger, e.GetType().Name);
            throw new TokenUnavailableException(e);
        }
    }

    private static IssuedToken? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || Wire.ActivityFields.TextOf(json, "access_token") is not { Length: > 0 and <= LongestToken } token || token.Any(c => c is <= ' ' or > '~')) return null;
        // Version 1 endpoints write the number as a text.
        var seconds = json.TryGetProperty("expires_in", out var given) && int.TryParse(given.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var lasts) ? Math.Min(lasts, 86_400) : 3600;
        var life = TimeSpan.FromSeconds(seconds) - Early;
        return new IssuedToken(token, life > ShortestLife ? life : TimeSpan.FromSeconds(seconds / 2));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The login service gave no token: status {Status}.")]
        internal static partial void Refused(ILogger logger, int status);

        [LoggerMessage(Level = LogLevel.Error, Message = "The login service could not be asked for a token ({Fault}).")]
        internal static partial void Unreachable(ILogger logger, string fault);
    }
}

/// <summary>No token is to be had now.</summary>
internal sealed class TokenUnavailableException(Exception? cause) : Exception("The login service gave no token.", cause);
