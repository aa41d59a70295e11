using Bot.Channels.Tencent;
using Bot.Store;
using Bot.Telemetry;

namespace Bot.Channels.WeCom;

/// <summary>The application's own messages.</summary>
internal sealed partial class WeComSender : IReplySender, IDisposable
{
    private const string SendPath = "cgi-bin/message/send";
    private readonly WeComOptions options;
    private readonly TalkSettings settings;
    private readonly IStore store;
    private readonly ILogger<WeComSender> log;
    private readonly HttpClient http = TencentApi.Client();
    private readonly TencentApi api;
    private readonly AccessTokens tokens;
    private readonly TokenedCalls calls;

    public WeComSender(WeComOptions options, TalkSettings settings, IStore store, TimeProvider time, ILogger<WeComSender> log)
    {
        (this.options, this.settings, this.store, this.log) = (options, settings, store, log);
        api = new TencentApi(http, options.ApiBaseUrl);
        tokens = new AccessTokens(FetchAsync, time);
        calls = new TokenedCalls(api, tokens);
    }

    /// <inheritdoc />
    public string Channel => WeComEndpoints.Channel;

    /// <inheritdoc />
    public bool CanSend => options.Secret.Length > 0;

    /// <inheritdoc />
    public void Dispose()
    {
        tokens.Dispose();
        http.Dispose();
    }

    /// <inheritdoc />
    public async Task<SendOutcome> SendAsync(string user, Said said, CancellationToken cancellation)
    {
        using var step = Steps.Begin(Steps.Deliver);
        if (Talk.SummaryOf(said.Reference) is { } answerId) return await SendSummaryAsync(user, answerId, said, cancellation);
        return await PostAsync(WeComCards.Text(user, options.AgentId, said.Text), cancellation);
    }

    /// <summary>What a code means for what was to be sent.</summary>
    internal static SendOutcome Outcome(int code) => code switch
    {
        0 => SendOutcome.Sent,
        -1 or TencentApi.Unreachable or 40001 or 40014 or 41001 or 42001 => SendOutcome.TryAgain,
        45009 or 45033 => SendOutcome.SlowDown,
        _ => SendOutcome.Impossible,
    };

    // The link where there is one, else the text; then the question whether it helped, which may fail without harm.
    private async Task<SendOutcome> SendSummaryAsync(string user, string answerId, Said said, CancellationToken cancellation)
    {
        var answer = await store.FindAnswerAsync(answerId, cancellation);
        var outcome = await PostAsync(
            answer is not null && settings.BaseUrl.Length > 0
                ? WeComCards.TextCard(user, options.AgentId, "答复单", answer.Question, HandOver.Address(answerId, settings.BaseUrl))
                : WeComCards.Markdown(user, options.AgentId, "答复单", said.Text),
            cancellation);
        if (outcome == SendOutcome.Sent && answer is not null) await PostAsync(WeComCards.Rating(user, options.AgentId, answerId, answer.Question), cancellation);
        return outcome;
    }

    private async Task<SendOutcome> PostAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        var code = await calls.PostAsync(SendPath, message, cancellation);
        if (code != 0) Log.Refused(log, code);
        return Outcome(code);
    }

    private async Task<IssuedToken> FetchAsync(CancellationToken cancellation) =>
        (await api.GetAsync($"cgi-bin/gettoken?corpid={Uri.EscapeDataString(options.CorpId)}&corpsecret={Uri.EscapeDataString(options.Secret)}", cancellation)).Token();

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "WeCom refused a message: errcode {Code}")]
        internal static partial void Refused(ILogger logger, int code);
    }
}
