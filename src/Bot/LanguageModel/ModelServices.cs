using Bot.Hosting;

namespace Bot.LanguageModel;

/// <summary>What the host is given where a model is configured, and nothing where none is.</summary>
internal static class ModelServices
{
    /// <exception cref="StartException">A setting or a prompt is wrong.</exception>
    internal static IServiceCollection AddLanguageModel(this IServiceCollection services, IConfiguration configuration)
    {
        if (ModelOptions.Read(configuration) is not { } options) return services;
        // Read now: a prompt that is missing shows at start, not at the first doubt.
        var prompts = ModelPrompts.Read();
        return services.AddSingleton(provider => new ModelAid(
            options, prompts, provider.GetRequiredService<Composition>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ModelAid>>()));
    }

    /// <summary>The same for the command line; null where no model is configured.</summary>
    /// <exception cref="StartException">A setting or a prompt is wrong.</exception>
    internal static ModelAid? Create(IConfiguration configuration, Composition composition, TimeProvider time, ILogger logger) =>
        ModelOptions.Read(configuration) is { } options ? new ModelAid(options, ModelPrompts.Read(), composition, time, logger) : null;
}
