using Bot.Privacy;

namespace Bot.Channels.Web.Oidc;

/// <summary>Signing in at the desk with an account at a provider: there and back.</summary>
internal static partial class OidcEndpoints
{
    internal const string Start = SignInEndpoints.Path + "/oidc";
    internal const string Callback = SignInEndpoints.Path + "/callback";
    private const int LongestParameter = 4000;

    internal static void Add(IServiceCollection services, OidcOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<FlowCookie>();
        services.AddSingleton<ProviderCalls>();
        services.AddSingleton<ProviderMetadata>();
        services.AddSingleton<TokenCheck>();
        services.AddSingleton<ProviderSignIn>();
    }

    internal static void Map(IEndpointRouteBuilder app, OidcOptions options, OidcPages pages)
    {
        var log = app.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("Bot.Channels.Web.Oidc");
        if (options.Allowed.IsEmpty) Log.NobodyAllowed(log);
        app.MapGet(Start, (HttpContext context, FlowCookie flows, ProviderSignIn provider, SignInAttempts attempts) =>
            GoAsync(context, flows, provider, attempts, pages, log)).ExcludeFromDescription();
        app.MapGet(Callback, (HttpContext context, FlowCookie flows, ProviderSignIn provider, DeskSession session, AccessLog accesses) =>
            ReturnAsync(context, flows, provider, session, accesses, pages, log)).ExcludeFromDescription();
    }

    /// <summary>Leads a browser that was signed out here on to the provider, to end the session there too.</summary>
    /// <returns>False where the provider offers no such thing; nothing was sent then.</returns>
    internal static async Task<bool> LeaveAsync(HttpContext context, PageFile page)
    {
        var provider = context.RequestServices.GetRequiredService<ProviderSignIn>();
        if (await provider.FarewellAsync(Here(context.Request) + SignInEndpoints.Path, context.RequestAborted) is not { } address) return false;
        // The pages' policy lets no form lead to another site, not by a redirect either.
        context.Response.Headers["Refresh"] = $"0;url={address}";
        await page.SendAsync(context, isKept: false);
        return true;
    }

    private static async Task GoAsync(HttpContext context, FlowCookie flows, ProviderSignIn provider, SignInAttempts attempts, OidcPages pages, ILogger log)
    {
        using var lease = attempts.TakeAtProvider(context);
        if (!lease.IsAcquired)
        {
            await SignInAttempts.RefuseAsync(context, lease, pages.Wait);
            return;
        }

        var flow = flows.Begin(context, DeskPages.Choose(context.Request.Query["next"]));
        var (address, fault) = await provider.AddressAsync(flow, Redirect(context.Request), context.RequestAborted);
        if (address is not null)
        {
            SignInEndpoints.See(context, address);
            return;
        }

        Log.Unavailable(log, fault);
        await pages.Unavailable.SendAsync(context, StatusCodes.Status502BadGateway);
    }

    private static async Task ReturnAsync(HttpContext context, FlowCookie flows, ProviderSignIn provider, DeskSession session, AccessLog accesses, OidcPages pages, ILogger log)
    {
        var query = context.Request.Query;
        var flow = query["state"] is [{ Length: > 0 and < LongestParameter } state] ? flows.End(context, state) : null;
        var outcome = flow is null ? new SignInOutcome.Refused("state")
            : query["code"] is [{ Length: > 0 and < LongestParameter } code] ? await provider.AskAsync(flow, code, query["iss"] is [{ } issuer] ? issuer : null, Redirect(context.Request), context.RequestAborted)
            : new SignInOutcome.Refused("no code");
        switch (outcome)
        {
            case SignInOutcome.Accepted accepted:
                await accesses.SignedInAsync(context, accepted.Subject);
                session.Begin(context, accepted.Subject);
                // A redirect would still count as coming from the provider's site, and the browser would keep the strict cookie back.
                context.Response.Headers["Refresh"] = $"0;url={flow!.Page}";
                await pages.Welcome.SendAsync(context, isKept: false);
                break;
            case SignInOutcome.Refused refused:
                Log.Refused(log, refused.Reason);
                await pages.Refused.SendAsync(context, StatusCodes.Status403Forbidden);
                break;
            case SignInOutcome.Unavailable unavailable:
                Log.Unavailable(log, unavailable.Reason);
                await pages.Unavailable.SendAsync(context, StatusCodes.Status502BadGateway);
                break;
        }
    }

    private static string Redirect(HttpRequest request) => Here(request) + Callback;

    private static string Here(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Desk:Oidc:AllowedUsers and Desk:Oidc:AllowedClaim are empty: nobody can sign in with an account.")]
        internal static partial void NobodyAllowed(ILogger logger);

        [LoggerMessage(LogLevel.Warning, "A sign-in with an account was refused: {Reason}.")]
        internal static partial void Refused(ILogger logger, string reason);

        [LoggerMessage(LogLevel.Warning, "The sign-in provider cannot be used: {Reason}.")]
        internal static partial void Unavailable(ILogger logger, string reason);
    }
}
