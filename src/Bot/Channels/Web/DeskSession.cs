using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Channels.Web;

/// <summary>
/// A signed cookie that says until when its bearer is signed in at the desk, and as whom. The key comes from the settings,
/// so that every instance knows it, a restart keeps it, and a new secret or a changed list of users ends the sessions of before.
/// </summary>
internal sealed class DeskSession
{
    internal const string Cookie = "desk";
    private const int Nonce = 16;
    private const int Head = sizeof(long) + Nonce;
    private const int Longest = 2000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    private readonly SignInWays ways;
    private readonly TimeProvider time;
    private readonly byte[] secret;
    private readonly byte[] secretKey;
    private readonly byte[] accountKey;

    public DeskSession(SignInWays ways, TimeProvider time)
    {
        this.ways = ways;
        this.time = time;
        // Hashed first, so that neither the time nor the length of a comparison tells anything.
        secret = SHA256.HashData(Encoding.UTF8.GetBytes(ways.Secret));
        secretKey = Key(ways.Secret, "desk session v1");
        accountKey = ways.Oidc is not { } oidc ? [] : Key(oidc.ClientSecret, string.Join('\n',
            ["desk account session v1", oidc.Authority, oidc.ClientId, oidc.Allowed.Claim, oidc.Allowed.Value, .. oidc.Allowed.Names]));
    }

    /// <summary>Whether these words are the secret.</summary>
    internal bool IsSecret(string given) =>
        ways.HasSecret && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), secret);

    /// <summary>Signs the browser in.</summary>
    /// <param name="context">The request.</param>
    /// <param name="subject">The provider's name for the user; null for whoever knew the secret.</param>
    internal void Begin(HttpContext context, string? subject = null)
    {
        var expires = time.GetUtcNow() + Lifetime;
        byte[] token = [.. new byte[Head], .. Encoding.UTF8.GetBytes(subject ?? ""), .. new byte[SHA256.HashSizeInBytes]];
        BinaryPrimitives.WriteInt64BigEndian(token, expires.ToUnixTimeSeconds());
        RandomNumberGenerator.Fill(token.AsSpan(sizeof(long), Nonce));
        var signed = token.AsSpan(..^SHA256.HashSizeInBytes);
        HMACSHA256.HashData(subject is null ? secretKey : accountKey, signed, token.AsSpan(signed.Length));
        context.Response.Cookies.Append(Cookie, Base64Url.EncodeToString(token), Options(context, expires));
    }

    /// <summary>Signs the browser out.</summary>
    internal static void End(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options(context, null));

    /// <summary>As whom and until when the request's bearer is signed in; null where it is not.</summary>
    internal DeskPass? Find(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 and < Longest } given || !Base64Url.IsValid(given)) return null;
        var token = Base64Url.DecodeFromChars(given);
        if (token.Length < Head + SHA256.HashSizeInBytes) return null;
        var signed = token.AsSpan(..^SHA256.HashSizeInBytes);
        var isAccount = signed.Length > Head;
        // Without its setting a key is anybody's to make.
        if (isAccount ? ways.Oidc is null : !ways.HasSecret) return null;
        if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(isAccount ? accountKey : secretKey, signed), token.AsSpan(signed.Length))) return null;
        var expires = DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(token));
        return expires > time.GetUtcNow() ? new DeskPass(expires, isAccount ? Encoding.UTF8.GetString(signed[Head..]) : null) : null;
    }

    private static byte[] Key(string from, string use) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(from), 32, info: Encoding.UTF8.GetBytes(use));

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
