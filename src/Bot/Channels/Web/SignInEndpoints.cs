using System.Globalization;
using Bot.Api;
using Bot.Api.Description;
using Bot.Hosting;
using Bot.Privacy;

namespace Bot.Channels.Web;

/// <summary>The sign-in page, signing in with the secret that was configured, and signing out.</summary>
internal static class SignInEndpoints
{
    internal const string Path = "/desk/sign-in";
    private const int LongestSecret = 1000;

    /// <param name="app">The routes.</param>
    /// <param name="pages">The sign-in page.</param>
    /// <param name="forbidden">The page where there is no way in.</param>
    /// <param name="leaveProvider">Leads an account on to sign out at its provider; false where nothing leads there.</param>
    internal static void Map(IEndpointRouteBuilder app, SignInPages pages, PageFile forbidden, Func<HttpContext, Task<bool>> leaveProvider)
    {
        app.MapGet(Path, (HttpContext context, SignInWays ways) => Show(context, ways, pages.Plain, forbidden)).ExcludeFromDescription();
        app.MapPost(Path, (HttpContext context, DeskSession session, SignInAttempts attempts, AccessLog accesses) => EnterAsync(context, session, attempts, accesses, pages)).ExcludeFromDescription();
        app.MapPost("/desk/sign-out", (HttpContext context, DeskSession session) => LeaveAsync(context, session, leaveProvider)).ExcludeFromDescription();
        app.MapGet("/api/desk/session", Session).Describe("工作台的登录状态", reply: "DeskSession", errors: [401, 403]);
    }

    private static Task Show(HttpContext context, SignInWays ways, PageFile page, PageFile forbidden)
    {
        if (ways.Any) return page.SendAsync(context);
        if (!Loopback.Is(context)) return forbidden.SendAsync(context, StatusCodes.Status403Forbidden);
        See(context, DeskPages.All[0]);
        return Task.CompletedTask;
    }

    internal static async Task EnterAsync(HttpContext context, DeskSession session, SignInAttempts attempts, AccessLog accesses, SignInPages pages)
    {
        if (IsForeign(context.Request) || !context.Request.HasFormContentType)
        {
            await new ProblemReply(400, "请在登录页面填写口令。").ExecuteAsync(context);
            return;
        }

        using var lease = attempts.Take(context);
        if (!lease.IsAcquired)
        {
            await SignInAttempts.RefuseAsync(context, lease, pages.Wait);
            return;
        }

        if (await FormAsync(context) is not { } form)
        {
            await new ProblemReply(400, "请在登录页面填写口令。").ExecuteAsync(context);
            return;
        }

        if (form["secret"] is [{ Length: > 0 and <= LongestSecret } secret] && session.IsSecret(secret))
        {
            await accesses.SignedInAsync(context, null);
            session.Begin(context);
            See(context, DeskPages.Choose(form["next"]));
            return;
        }

        await pages.Wrong.SendAsync(context, StatusCodes.Status401Unauthorized);
    }

    // Null where it is none, or one with more fields or longer ones than any page of ours sends.
    private static async Task<IFormCollection?> FormAsync(HttpContext context)
    {
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or (IOException and not BadHttpRequestException) && !context.RequestAborted.IsCancellationRequested)
        {
            return null;
        }
    }

    private static async Task LeaveAsync(HttpContext context, DeskSession session, Func<HttpContext, Task<bool>> leaveProvider)
    {
        if (!IsForeign(context.Request))
        {
            DeskSession.End(context);
            if (session.Find(context) is { Subject: not null } && await leaveProvider(context)) return;
        }

        See(context, Path);
    }

    private static IResult Session(HttpContext context, IDeskGate gate, SignInWays ways, DeskSession session) => gate.Refusal(context) ?? new JsonReply(json =>
    {
        json.WriteStartObject();
        var pass = session.Find(context);
        json.WriteString("mode", !ways.Any ? "loopback" : pass is { Subject: not null } ? "oidc" : "secret");
        if (pass is { } given) json.WriteString("expires", given.Expires.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        else json.WriteNull("expires");
        json.WriteEndObject();
    });

    // Another site's form could sign somebody in under a secret that it knows, or out.
    private static bool IsForeign(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";

    internal static void See(HttpContext context, string path)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = path;
        context.Response.Headers.CacheControl = "no-store";
    }
}
