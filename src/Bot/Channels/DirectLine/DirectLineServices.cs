namespace Bot.Channels.DirectLine;

/// <summary>What Direct Line is made of, beside the Activity channel's parts.</summary>
internal static class DirectLineServices
{
    internal static IServiceCollection AddDirectLine(this IServiceCollection services) =>
        services.AddSingleton<DirectLineTokens>().AddSingleton<Transcripts>().AddSingleton<DirectLineService>().AddHostedService<TranscriptErasure>();
}
