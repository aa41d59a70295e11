using Bot.Api;
using Bot.Channels.Web;

namespace Bot.Hosting;

/// <summary>Decides who may see what the desk sees.</summary>
internal interface IDeskGate
{
    /// <summary>Null where the request may pass; otherwise what to reply.</summary>
    IResult? Refusal(HttpContext context);
}

/// <summary>Without a way to sign in the desk answers on loopback only; with one, to whoever signed in or bears the secret.</summary>
internal sealed class DeskGate(SignInWays ways, DeskSession session) : IDeskGate
{
    private const string Scheme = "Bearer ";

    /// <inheritdoc />
    public IResult? Refusal(HttpContext context)
    {
        if (!ways.Any) return Loopback.Is(context) ? null : new ProblemReply(403, "未设置 Desk:Secret 或 Desk:Oidc 时，这里只对本机开放。");
        if (session.Find(context) is not null) return null;
        var header = context.Request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && session.IsSecret(header[Scheme.Length..])) return null;
        if (!ways.HasSecret) return new ProblemReply(401, "请先登录工作台。");
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return new ProblemReply(401, "请先登录工作台，或以 Authorization: Bearer 提供口令。");
    }
}
