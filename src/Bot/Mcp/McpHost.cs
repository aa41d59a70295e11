using Bot.Agents;
using Bot.Answering;
using Bot.Cli;
using Bot.Hosting;
using Bot.Store;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Bot.Mcp;

/// <summary>The server of the Model Context Protocol on standard input and output; ends when its input does.</summary>
internal static class McpHost
{
    /// <summary>Builds it; nothing is read yet.</summary>
    /// <param name="configuration">Settings.</param>
    /// <param name="composition">The documents and calculators.</param>
    /// <param name="parts">What the program is put together from.</param>
    /// <param name="pinned">The day that counts as today; null is the real one.</param>
    /// <param name="error">Where it is said, once, that nothing is kept.</param>
    internal static IHost Build(IConfiguration configuration, Composition composition, Parts parts, DateOnly? pinned, TextWriter error)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(configuration);
        // Standard output belongs to the protocol.
        builder.Logging.AddConfiguration(configuration.GetSection("Logging"));
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // A failed start is one line of ours, not the host's stack trace.
        var started = false;
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started && level >= LogLevel.Warning);
        // It logs each mistake of a client with the client's own words.
        builder.Logging.AddFilter("ModelContextProtocol", LogLevel.Critical);

        var today = new Today(parts.Time, pinned);
        var services = builder.Services;
        services.AddSingleton(composition);
        services.AddSingleton(parts.Time);
        services.AddSingleton(today);
        services.AddStore(configuration, isServing: false);
        services.AddSingleton<IAssistant>(provider => ActivatorUtilities.CreateInstance<Assistant>(provider, new CliConversations(provider.GetRequiredService<IConversations>(), error)));
        services.AddHostedService<DialogueReadiness>();
        services.AddHostedService<CorpusWatch>();
        AddServer(services, composition, today);
        var host = builder.Build();
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => started = true);
        return host;
    }

    private static void AddServer(IServiceCollection services, Composition composition, Today today)
    {
        var resources = new DocumentResources(composition, today);
        services.AddMcpServer(options =>
            {
                options.ServerInfo = new Implementation { Name = "policy-assistant", Title = "政策助手", Version = typeof(McpHost).Assembly.GetName().Version!.ToString(3) };
                options.ServerInstructions = McpInstructions.Of(composition.Documents);
            })
            .WithStdioServerTransport()
            .WithListResourcesHandler((_, _) => ValueTask.FromResult(resources.List()))
            .WithListResourceTemplatesHandler((_, _) => ValueTask.FromResult(DocumentResources.Templates()))
            .WithReadResourceHandler((request, _) => ValueTask.FromResult(resources.Read(request.Params.Uri)));
        foreach (var function in AgentFunctions.Of(composition, today)) AddTool(services, _ => function);
        AddTool(services, provider => new AskFunction(provider.GetRequiredService<IAssistant>(), today));
    }

    private static void AddTool(IServiceCollection services, Func<IServiceProvider, AgentFunction> function) =>
        services.AddSingleton<McpServerTool>(provider => new AgentTool(function(provider), provider.GetRequiredService<ILogger<AgentTool>>()));
}
