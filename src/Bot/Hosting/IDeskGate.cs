using System.Security.Cryptography;
using System.Text;
using Bot.Api;

namespace Bot.Hosting;

/// <summary>Decides who may see what the desk sees.</summary>
internal interface IDeskGate
{
    /// <summary>Null where the request may pass; otherwise what to reply.</summary>
    IResult? Refusal(HttpContext context);
}

/// <summary>Without <c>Desk:Secret</c> the desk answers on loopback only; with it, to whoever bears it.</summary>
internal sealed class SecretDeskGate(IConfiguration configuration) : IDeskGate
{
    private const string Scheme = "Bearer ";
    private readonly byte[] secret = SHA256.HashData(Encoding.UTF8.GetBytes(configuration["Desk:Secret"] ?? ""));
    private readonly bool open = string.IsNullOrEmpty(configuration["Desk:Secret"]);

    /// <inheritdoc />
    public IResult? Refusal(HttpContext context)
    {
        if (open) return Loopback.Is(context) ? null : new ProblemReply(403, "未设置 Desk:Secret 时，这里只对本机开放。");
        var header = context.Request.Headers.Authorization.ToString();
        // Hashed first, so that neither the time nor the length of the comparison tells anything.
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..] : ""));
        if (header.Length > Scheme.Length && CryptographicOperations.FixedTimeEquals(given, secret)) return null;
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return new ProblemReply(401, "请先登录工作台，或以 Authorization: Bearer 提供口令。");
    }
}
