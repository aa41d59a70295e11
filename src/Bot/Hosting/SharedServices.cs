using Microsoft.AspNetCore.Http.Features;

namespace Bot.Hosting;

/// <summary>One set of services for all requests: everything here lives as long as the program, so that no request needs a scope of its own, to be made and to be taken down again.</summary>
internal sealed class SharedServices(IServiceProvider services) : IServiceProvidersFeature
{
    /// <inheritdoc />
    public IServiceProvider RequestServices { get; set; } = services;

    /// <summary>Puts it before all that asks for services.</summary>
    internal static void Use(WebApplication app) => app.Use((context, next) =>
    {
        // A feature of its own for each request: what one request sets is not for the others.
        context.Features.Set<IServiceProvidersFeature>(new SharedServices(app.Services));
        return next(context);
    });
}
