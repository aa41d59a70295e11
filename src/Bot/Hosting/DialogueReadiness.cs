using Bot.Conversations;

namespace Bot.Hosting;

/// <summary>Builds the index and the dialogue while the program starts, and answers once, so that the first user does not wait for either.</summary>
internal sealed class DialogueReadiness(Composition composition, Today today) : BackgroundService, IReadiness
{
    private static readonly string[] Warming = ["您好", "首次入围中国互联网百强，奖励多少？", "这条的责任单位是谁？"];

    private volatile bool warm;

    /// <summary>Whether both are built.</summary>
    internal bool IsReady => warm;

    /// <inheritdoc />
    public ValueTask<Unready?> CheckAsync(CancellationToken cancellation) => new(warm ? null : new Unready("正在建立条款索引，请稍候。", IsStarting: true));

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () =>
        {
            var state = ConversationState.Empty;
            foreach (var text in Warming)
                state = composition.Dialogue.Respond(new Turn("start", "start", "", text, today.Date), state, "start", "start").State;
            warm = true;
        },
        stoppingToken);
}
