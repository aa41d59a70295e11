using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Channels.Web.Oidc;

/// <summary>
/// Keeps an attempt in the browser that began it, for ten minutes: a signed cookie with a random seed, from which the key
/// makes state, nonce and verifier, so that the cookie itself gives none of them away. Each opens one callback only.
/// </summary>
internal sealed class FlowCookie(OidcOptions options, TimeProvider time)
{
    internal const string Name = "desk-oidc";
    private const int Seed = 32;
    private const int Signed = sizeof(long) + Seed + 1;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly byte[] key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(options.ClientSecret), 32, info: "desk oidc flow v1"u8.ToArray());
    private readonly ConcurrentDictionary<string, DateTimeOffset> spent = new(StringComparer.Ordinal);

    /// <summary>Begins an attempt.</summary>
    /// <param name="context">The request.</param>
    /// <param name="page">One of <see cref="DeskPages"/>.</param>
    internal Flow Begin(HttpContext context, string page)
    {
        var expires = time.GetUtcNow() + Lifetime;
        var token = new byte[Signed + SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(token, expires.ToUnixTimeSeconds());
        RandomNumberGenerator.Fill(token.AsSpan(sizeof(long), Seed));
        token[Signed - 1] = (byte)DeskPages.IndexOf(page);
        HMACSHA256.HashData(key, token.AsSpan(0, Signed), token.AsSpan(Signed));
        context.Response.Cookies.Append(Name, Base64Url.EncodeToString(token), Options(context, expires));
        return Make(token);
    }

    /// <summary>Ends the attempt that this browser began with this state; null where there is none, or it has ended before.</summary>
    internal Flow? End(HttpContext context, string state)
    {
        if (Read(context.Request.Cookies[Name]) is not { } token) return null;
        var flow = Make(token);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(flow.State), Encoding.UTF8.GetBytes(state))) return null;
        context.Response.Cookies.Delete(Name, Options(context, null));
        var now = time.GetUtcNow();
        foreach (var (old, until) in spent)
            if (until < now) spent.TryRemove(old, out _);
        return spent.TryAdd(flow.State, now + Lifetime) ? flow : null;
    }

    private byte[]? Read(string? given)
    {
        if (given is not { Length: > 0 and < 200 } || !Base64Url.IsValid(given)) return null;
        var token = Base64Url.DecodeFromChars(given);
        if (token.Length != Signed + SHA256.HashSizeInBytes) return null;
        if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, token.AsSpan(0, Signed)), token.AsSpan(Signed))) return null;
        return BinaryPrimitives.ReadInt64BigEndian(token) > time.GetUtcNow().ToUnixTimeSeconds() ? token : null;
    }

    private Flow Make(byte[] token) => new(Derive("state", token), Derive("nonce", token), Derive("verifier", token), DeskPages.All[token[Signed - 1]]);

    private string Derive(string use, byte[] token) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, (byte[])[.. Encoding.ASCII.GetBytes(use), 0, .. token.AsSpan(sizeof(long), Seed)]));

    // Lax, since the browser comes back from the provider's site.
    private static CookieOptions Options(HttpContext context, DateTimeOffset? expires) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        Path = OidcEndpoints.Callback,
        Expires = expires,
        IsEssential = true,
    };
}
