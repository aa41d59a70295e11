using Bot.Channels.Web.Oidc;
using Bot.Hosting;

namespace Bot.Channels.Web;

/// <summary>The pages and what they are made of.</summary>
internal static class PageEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    internal static void Map(IEndpointRouteBuilder app)
    {
        var files = PageFiles.Read();
        foreach (var path in files.Parts) Serve(app, "/" + path, files[path]);
        // Whoever opens a call's JSON in a browser asks for this one, without being told of the other.
        Serve(app, "/favicon.ico", files["favicon.svg"]);
        Serve(app, "/", files["index.html"]);
        Serve(app, "/calculators", files["calculators.html"]);
        MapDesk(app, "/desk", files["desk.html"], files["forbidden.html"]);
        MapDesk(app, "/desk/questions", files["questions.html"], files["forbidden.html"]);
        MapDesk(app, "/desk/figures", files["figures.html"], files["forbidden.html"]);
        var ways = app.ServiceProvider.GetRequiredService<SignInWays>();
        var signIn = SignInPages.From(files, ways);
        var onTheWay = SignInPages.OnTheWay(files, signIn);
        SignInEndpoints.Map(app, signIn, files["forbidden.html"], context => OidcEndpoints.LeaveAsync(context, onTheWay.Farewell));
        if (ways.Oidc is { } oidc) OidcEndpoints.Map(app, oidc, onTheWay);
    }

    private static void Serve(IEndpointRouteBuilder app, string path, PageFile file) =>
        app.MapMethods(path, Reading, (HttpContext context) => file.SendAsync(context)).ExcludeFromDescription();

    private static void MapDesk(IEndpointRouteBuilder app, string path, PageFile page, PageFile forbidden) =>
        app.MapMethods(path, Reading, (HttpContext context, IDeskGate gate, SignInWays ways) =>
        {
            if (gate.Refusal(context) is null) return page.SendAsync(context);
            if (!ways.Any) return forbidden.SendAsync(context, StatusCodes.Status403Forbidden);
            // A browser can sign in; the challenge for programs would only confuse it.
            context.Response.Headers.WWWAuthenticate = default;
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = $"{SignInEndpoints.Path}?next={path}";
            context.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }).ExcludeFromDescription();
}
