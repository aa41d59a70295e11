using Bot.Api;
using Bot.Channels.Shared;
using Bot.Channels.Tencent;
using Bot.Telemetry;

namespace Bot.Channels.WeChat;

/// <summary>The customer-service interface of the Official Account, and its menu.</summary>
internal sealed partial class WeChatSender : IReplySender, IDisposable
{
    private readonly WeChatOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<WeChatSender> log;
    private readonly HttpClient http = TencentApi.Client();
    private readonly TencentApi api;
    private readonly AccessTokens tokens;
    private readonly TokenedCalls calls;
    private readonly Pause pause;
    private volatile bool forbidden;

    /// <param name="options">The account.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">The log.</param>
    /// <param name="shared">The tokens of the other instances; null where this process is alone.</param>
    public WeChatSender(WeChatOptions options, TimeProvider time, ILogger<WeChatSender> log, SharedTokens? shared = null)
    {
        (this.options, this.time, this.log) = (options, time, log);
        api = new TencentApi(http, options.ApiBaseUrl);
        tokens = new AccessTokens(FetchAsync, shared?.Of(options.ApiBaseUrl, options.AppId, options.AppSecret), time);
        calls = new TokenedCalls(api, tokens);
        pause = new Pause(time);
    }

    /// <inheritdoc />
    public string Channel => WeChatEndpoints.Channel;

    /// <inheritdoc />
    public SendOutcome? Refusal => options.AppSecret.Length == 0 || forbidden ? SendOutcome.UserSilent : pause.IsOn ? SendOutcome.Tomorrow : null;

    /// <inheritdoc />
    public bool CanSend => Refusal is null;

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
        var code = await calls.PostAsync("cgi-bin/message/custom/send", Text(user, said.Text), cancellation);
        if (code != 0) Log.Refused(log, code);
        var outcome = Outcome(code);
        if (outcome == SendOutcome.Tomorrow)
        {
            var until = QuotaDay.Next(time.GetUtcNow());
            pause.Until(until);
            Log.QuotaUsed(log, until);
        }

        // The account has no such right: what is late is fetched by the user from now on.
        if (code == 48001) forbidden = true;
        return outcome;
    }

    /// <summary>Publishes the menu.</summary>
    /// <returns>The interface's errcode; 0 is done.</returns>
    internal Task<int> PublishMenuAsync(CancellationToken cancellation) => calls.PostAsync("cgi-bin/menu/create", WeChatMenu.Definition(), cancellation);

    /// <summary>What a code means for what was to be sent.</summary>
    internal static SendOutcome Outcome(int code) => code switch
    {
        0 => SendOutcome.Sent,
        -1 or TencentApi.Unreachable or 40001 or 40014 or 42001 => SendOutcome.TryAgain,
        45009 => SendOutcome.Tomorrow,
        45011 => SendOutcome.SlowDown,
        45015 or 45047 => SendOutcome.UserSilent,
        _ => SendOutcome.Impossible,
    };

    // stable_token: asking again does not end the token before, so that programs outside of this one may use the account too.
    private Task<ApiReply> FetchAsync(CancellationToken cancellation) =>
        api.PostAsync("cgi-bin/stable_token", JsonWords.Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteString("grant_type", "client_credential");
            json.WriteString("appid", options.AppId);
            json.WriteString("secret", options.AppSecret);
            json.WriteEndObject();
        }), cancellation);

    private static ReadOnlyMemory<byte> Text(string user, string text) => JsonWords.Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteString("touser", user);
        json.WriteString("msgtype", "text");
        json.WriteStartObject("text");
        json.WriteString("content", text);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The customer-service interface refused a message: errcode {Code}")]
        internal static partial void Refused(ILogger logger, int code);

        [LoggerMessage(LogLevel.Error, "The day's quota of the customer-service interface is used; nothing is sent by itself until {Until:O}, users fetch what is late")]
        internal static partial void QuotaUsed(ILogger logger, DateTimeOffset until);
    }
}
