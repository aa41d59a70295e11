using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Channels.Web;

/// <summary>
/// A signed cookie that says until when its bearer is signed in at the desk. The key comes from the secret, so that every
/// instance knows it, a restart keeps it, and a new secret ends every session.
/// </summary>
internal sealed class DeskSession
{
    internal const string Cookie = "desk";
    private const int Nonce = 16;
    private const int Signed = sizeof(long) + Nonce;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    private readonly TimeProvider time;
    private readonly byte[] secret;
    private readonly byte[] key;

    public DeskSession(IConfiguration configuration, TimeProvider time)
    {
        this.time = time;
        var given = configuration["Desk:Secret"] ?? "";
        IsConfigured = given.Length > 0;
        // Hashed first, so that neither the time nor the length of a comparison tells anything.
        secret = SHA256.HashData(Encoding.UTF8.GetBytes(given));
        key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(given), 32, info: "desk session v1"u8.ToArray());
    }

    /// <summary>Whether <c>Desk:Secret</c> is set.</summary>
    internal bool IsConfigured { get; }

    /// <summary>Whether these words are the secret.</summary>
    internal bool IsSecret(string given) =>
        IsConfigured && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), secret);

    /// <summary>Signs the browser in.</summary>
    internal void Begin(HttpContext context)
    {
        var expires = time.GetUtcNow() + Lifetime;
        var token = new byte[Signed + SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(token, expires.ToUnixTimeSeconds());
        RandomNumberGenerator.Fill(token.AsSpan(sizeof(long), Nonce));
        HMACSHA256.HashData(key, token.AsSpan(0, Signed), token.AsSpan(Signed));
        context.Response.Cookies.Append(Cookie, Base64Url.EncodeToString(token), Options(context, expires));
    }

    /// <summary>Signs the browser out.</summary>
    internal static void End(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options(context, null));

    /// <summary>Until when the request's bearer is signed in; null where it is not.</summary>
    internal DateTimeOffset? Find(HttpContext context)
    {
        if (!IsConfigured || context.Request.Cookies[Cookie] is not { Length: > 0 and < 200 } given) return null;
        Span<byte> token = stackalloc byte[200];
        if (!Base64Url.IsValid(given) || !Base64Url.TryDecodeFromChars(given, token, out var length) || length != Signed + SHA256.HashSizeInBytes) return null;
        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, token[..Signed], expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, token[Signed..length])) return null;
        var expires = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(token));
        return expires > time.GetUtcNow() ? expires : null;
    }

    private static CookieOptions Options(HttpContext context, DateTimeOffset? expires) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/",
        Expires = expires,
        IsEssential = true,
    };
}
