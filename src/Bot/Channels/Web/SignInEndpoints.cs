using System.Globalization;
using System.Text;
using System.Threading.RateLimiting;
using Bot.Api;
using Bot.Api.Description;
using Bot.Hosting;

namespace Bot.Channels.Web;

/// <summary>Signing in and out at the desk, with the secret that was configured.</summary>
internal static class SignInEndpoints
{
    internal const string Path = "/desk/sign-in";
    private const int LongestSecret = 1000;
    private static readonly string[] Pages = ["/desk", "/desk/questions"];

    internal static void Map(IEndpointRouteBuilder app, PageFile page, PageFile forbidden)
    {
        var wrong = Showing(page, "wrong");
        var wait = Showing(page, "wait");
        app.MapGet(Path, (HttpContext context, DeskSession session) => Show(context, session, page, forbidden)).ExcludeFromDescription();
        app.MapPost(Path, (HttpContext context, DeskSession session, SignInAttempts attempts) => EnterAsync(context, session, attempts, wrong, wait)).ExcludeFromDescription();
        app.MapPost("/desk/sign-out", Leave).ExcludeFromDescription();
        app.MapGet("/api/desk/session", Session).Describe("工作台的登录状态", reply: "DeskSession", errors: [401, 403]);
    }

    private static Task Show(HttpContext context, DeskSession session, PageFile page, PageFile forbidden)
    {
        if (session.IsConfigured) return page.SendAsync(context);
        if (!Loopback.Is(context)) return forbidden.SendAsync(context, StatusCodes.Status403Forbidden);
        See(context, Pages[0]);
        return Task.CompletedTask;
    }

    internal static async Task EnterAsync(HttpContext context, DeskSession session, SignInAttempts attempts, PageFile wrong, PageFile wait)
    {
        if (IsForeign(context.Request) || !context.Request.HasFormContentType)
        {
            await new ProblemReply(400, "请在登录页面填写口令。").ExecuteAsync(context);
            return;
        }

        using var lease = attempts.Take(context);
        if (!lease.IsAcquired)
        {
            var after = lease.TryGetMetadata(MetadataName.RetryAfter, out var given) ? given : SignInAttempts.Window;
            context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await wait.SendAsync(context, StatusCodes.Status429TooManyRequests);
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form["secret"] is [{ Length: > 0 and <= LongestSecret } secret] && session.IsSecret(secret))
        {
            session.Begin(context);
            See(context, form["next"] is [{ } next] && Pages.Contains(next, StringComparer.Ordinal) ? next : Pages[0]);
            return;
        }

        await wrong.SendAsync(context, StatusCodes.Status401Unauthorized);
    }

    private static void Leave(HttpContext context)
    {
        if (!IsForeign(context.Request)) DeskSession.End(context);
        See(context, Path);
    }

    private static IResult Session(HttpContext context, IDeskGate gate, DeskSession session) => gate.Refusal(context) ?? new JsonReply(json =>
    {
        json.WriteStartObject();
        json.WriteString("mode", session.IsConfigured ? "secret" : "loopback");
        if (session.Find(context) is { } expires) json.WriteString("expires", expires.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        else json.WriteNull("expires");
        json.WriteEndObject();
    });

    // Another site's form could sign somebody in under a secret that it knows, or out.
    private static bool IsForeign(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";

    private static void See(HttpContext context, string path)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = path;
        context.Response.Headers.CacheControl = "no-store";
    }

    // The notes stand in the page, hidden; one is shown.
    private static PageFile Showing(PageFile page, string note) =>
        new("sign-in.html", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(page.Content.Span).Replace($"id=\"{note}\" hidden", $"id=\"{note}\"", StringComparison.Ordinal)));
}
