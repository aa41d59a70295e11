using System.Globalization;
using System.Text.Json;

namespace Bot.Channels.Activity.Connector;

/// <summary>Our own token for the connector: one for all conversations, renewed once for all who wait.</summary>
internal sealed partial class AccessTokens(ActivityOptions options, HttpClient http, TimeProvider time, ILogger<AccessTokens> logger) : IDisposable
{
    private const int LongestToken = 64 * 1024;
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5), ShortestLife = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim turn = new(1, 1);
    private Held? held;

    /// <summary>The token; null where none is needed, since no app id is set up.</summary>
    /// <exception cref="TokenUnavailableException">None is to be had now.</exception>
    internal async Task<string?> GetAsync(CancellationToken cancellation)
    {
        if (options.IsLocal) return null;
        if (Volatile.Read(ref held) is { } now && time.GetUtcNow() < now.Until) return now.Token;
        await turn.WaitAsync(cancellation);
        try
        {
            if (held is { } fresh && time.GetUtcNow() < fresh.Until) return fresh.Token;
            var renewed = await FetchAsync(cancellation);
            Volatile.Write(ref held, renewed);
            return renewed.Token;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Forgets a token that was refused, unless it has been replaced already.</summary>
    internal void Drop(string token)
    {
        if (Volatile.Read(ref held) is { } now && now.Token == token) Interlocked.CompareExchange(ref held, null, now);
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    private async Task<Held> FetchAsync(CancellationToken cancellation)
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

    private Held? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || Wire.ActivityFields.TextOf(json, "access_token") is not { Length: > 0 and <= LongestToken } token || token.Any(c => c is <= ' ' or > '~')) return null;
        // Version 1 endpoints write the number as a text.
        var seconds = json.TryGetProperty("expires_in", out var given) && int.TryParse(given.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var lasts) ? Math.Min(lasts, 86_400) : 3600;
        var life = TimeSpan.FromSeconds(seconds) - Early;
        return new Held(token, time.GetUtcNow() + (life > ShortestLife ? life : TimeSpan.FromSeconds(seconds / 2)));
    }

    private sealed record Held(string Token, DateTimeOffset Until);

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
