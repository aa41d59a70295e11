using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Channels.Activity.Security;

/// <summary>A key and the channels that it may speak for.</summary>
/// <param name="Key">The key.</param>
/// <param name="Endorsements">The channels' ids; none where it may speak for all.</param>
internal sealed record SigningKey(SecurityKey Key, IReadOnlyList<string> Endorsements);

/// <summary>One authority's keys by its OpenID metadata: cached, and fetched again where a token names a key that is not known.</summary>
internal sealed partial class SigningKeys(Uri metadata, HttpClient http, TimeProvider time, ILogger<SigningKeys> logger) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12), Longest = TimeSpan.FromHours(24), BetweenLooks = TimeSpan.FromMinutes(5), BetweenFailures = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim turn = new(1, 1);
    private Dictionary<string, SigningKey> keys = new(StringComparer.Ordinal);
    private DateTimeOffset fetched = DateTimeOffset.MinValue, lookedForUnknown = DateTimeOffset.MinValue, failed = DateTimeOffset.MinValue;

    /// <summary>The key with that id; null where the authority has none, or cannot be asked.</summary>
    internal async Task<SigningKey?> FindAsync(string kid, CancellationToken cancellation)
    {
        if (Age < Fresh && keys.TryGetValue(kid, out var key)) return key;
        // One at a time: whoever waited finds what the first one fetched.
        await turn.WaitAsync(cancellation);
        try
        {
            var known = keys.TryGetValue(kid, out key);
            if (Age >= Fresh) await FetchAsync(cancellation);
            else if (!known && time.GetUtcNow() - lookedForUnknown >= BetweenLooks)
            {
                // Anybody can make up a key id, so this has a pace of its own.
                lookedForUnknown = time.GetUtcNow();
                await FetchAsync(cancellation);
            }

            return Age < Longest ? keys.GetValueOrDefault(kid) : null;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    private TimeSpan Age => time.GetUtcNow() - fetched;

    private async Task FetchAsync(CancellationToken cancellation)
    {
        if (time.GetUtcNow() - failed < BetweenFailures) return;
        try
        {
            var retriever = new HttpDocumentRetriever(http) { RequireHttps = !metadata.IsLoopback };
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(metadata.ToString(), retriever, cancellation);
            keys = configuration.JsonWebKeySet.Keys
                .Where(k => k.Kty == JsonWebAlgorithmsKeyTypes.RSA && k.Kid is { Length: > 0 } && k.Use is null or "sig")
                .GroupBy(k => k.Kid, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => new SigningKey(g.First(), Endorsements(g.First())), StringComparer.Ordinal);
            fetched = time.GetUtcNow();
            failed = DateTimeOffset.MinValue;
        }
        catch (Exception e) when (e is IOException or HttpRequestException or InvalidOperationException or ArgumentException or JsonException
            || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // Keys that are known go on to serve for a day.
            failed = time.GetUtcNow();
            Log.NotFetched(logger, metadata.Host, e.GetType().Name);
        }
    }

    private static IReadOnlyList<string> Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var given) && given is JsonElement { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)]
            : [];

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The signing keys of {Host} could not be fetched ({Fault}).")]
        internal static partial void NotFetched(ILogger logger, string host, string fault);
    }
}
