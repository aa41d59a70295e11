using Bot.Api;
using Bot.Channels.Web;

namespace Bot.Hosting;

/// <summary>Decides who may see what the desk sees.</summary>
internal interface IDeskGate
{
    /// <summary>Null where the request may pass; otherwise what to reply.</summary>
    IResult? Refusal(HttpContext context);
}

/// <summary>Without <c>Desk:Secret</c> the desk answers on loopback only; with it, to whoever bears it or signed in with it.</summary>
internal sealed class SecretDeskGate(DeskSession session) : IDeskGate
{
    private const string Scheme = "Bearer ";

    /// <inheritdoc />
    public IResult? Refusal(HttpContext context)
    {
        if (!session.IsConfigured) return Loopback.Is(context) ? null : new ProblemReply(403, "未设置 Desk:Secret 时，这里只对本机开放。");
        if (session.Find(context) is not null) return null;
        var header = context.Request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && session.IsSecret(header[Scheme.Length..])) return null;
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return new ProblemReply(401, "请先登录工作台，或以 Authorization: Bearer 提供口令。");
    }
}
