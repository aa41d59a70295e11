using Bot.Channels.Tencent;

namespace Bot.Channels.WeCom;

/// <summary>The settings under <c>WeCom</c>, found right.</summary>
internal sealed class WeComOptions
{
    internal const string Section = "WeCom";
    internal const string DefaultApi = "https://qyapi.weixin.qq.com";

    internal required CallbackEnvelope Envelope { get; init; }

    internal required string CorpId { get; init; }

    /// <summary>The application; 0 where it is not set.</summary>
    internal int AgentId { get; private init; }

    /// <summary>Empty where the application cannot send by itself.</summary>
    internal required string Secret { get; init; }

    internal required Uri ApiBaseUrl { get; init; }

    internal int MaxAgeSeconds { get; private init; }

    internal TimeSpan Deadline { get; private init; }

    /// <summary>Reads them.</summary>
    /// <param name="configuration">All settings.</param>
    /// <param name="faults">What is wrong, a sentence each.</param>
    /// <returns>Null where the door is not set up.</returns>
    internal static WeComOptions? Read(IConfiguration configuration, out IReadOnlyList<string> faults)
    {
        var settings = new ChannelSettings(configuration, Section);
        faults = settings.Faults;
        if (!configuration.GetSection(Section).GetChildren().Any(c => c.Value is { Length: > 0 })) return null;
        var token = settings.Required("Token", "应用「接收消息」设置里的 Token");
        var corpId = settings.Required("CorpId", "「我的企业」里的企业 ID");
        if (settings.Text("EncodingAesKey").Length == 0) settings.Fault("EncodingAesKey", "未设置：企业微信的消息总是加密的。");
        var ciphers = settings.Ciphers(corpId);
        var agentId = settings.Whole("AgentId", 0, 1, int.MaxValue);
        var secret = settings.Text("Secret");
        if (secret.Length > 0 && agentId == 0) settings.Fault("AgentId", "未设置：主动发送消息需要 AgentId。");
        return new WeComOptions
        {
            Envelope = new CallbackEnvelope(token, ciphers),
            CorpId = corpId,
            AgentId = agentId,
            Secret = secret,
            ApiBaseUrl = settings.Address("ApiBaseUrl", DefaultApi),
            MaxAgeSeconds = settings.Whole("MaxAgeSeconds", 300, 0, 86400),
            Deadline = TimeSpan.FromMilliseconds(settings.Whole("ReplyMilliseconds", 4000, 10, 4800)),
        };
    }
}
