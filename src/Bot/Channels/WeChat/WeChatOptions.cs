using Bot.Channels.Tencent;

namespace Bot.Channels.WeChat;

/// <summary>How the account sends its messages.</summary>
internal enum WeChatMode
{
    /// <summary>In the open (明文模式).</summary>
    Plain,

    /// <summary>In the open or encrypted (兼容模式).</summary>
    Compatible,

    /// <summary>Encrypted only (安全模式).</summary>
    Safe,
}

/// <summary>The settings under <c>WeChat</c>, found right.</summary>
internal sealed class WeChatOptions
{
    internal const string Section = "WeChat";
    internal const string DefaultApi = "https://api.weixin.qq.com";

    internal WeChatMode Mode { get; private init; }

    internal required CallbackEnvelope Envelope { get; init; }

    internal required string AppId { get; init; }

    /// <summary>Empty where the account cannot send later by itself.</summary>
    internal required string AppSecret { get; init; }

    internal required Uri ApiBaseUrl { get; init; }

    internal int MaxAgeSeconds { get; private init; }

    internal TimeSpan Deadline { get; private init; }

    internal bool TransfersToHuman { get; private init; }

    /// <summary>Reads them.</summary>
    /// <param name="configuration">All settings.</param>
    /// <param name="faults">What is wrong, a sentence each.</param>
    /// <returns>Null where the door is not set up.</returns>
    internal static WeChatOptions? Read(IConfiguration configuration, out IReadOnlyList<string> faults)
    {
        var settings = new ChannelSettings(configuration, Section);
        faults = settings.Faults;
        if (!configuration.GetSection(Section).GetChildren().Any(c => c.Value is { Length: > 0 })) return null;
        var token = settings.Required("Token", "公众号后台「服务器配置」里的令牌");
        var mode = ModeOf(settings);
        var appId = settings.Text("AppId");
        var ciphers = settings.Ciphers(appId);
        if (mode == WeChatMode.Safe && ciphers.Count == 0) settings.Fault("EncodingAesKey", "未设置：安全模式需要消息加解密密钥。");
        if (ciphers.Count > 0 && appId.Length == 0) settings.Fault("AppId", "未设置：加密消息要核对 AppId。");
        var secret = settings.Text("AppSecret");
        if (secret.Length > 0 && appId.Length == 0) settings.Fault("AppId", "未设置：调用客服接口需要 AppId 和 AppSecret。");
        return new WeChatOptions
        {
            Mode = mode,
            Envelope = new CallbackEnvelope(token, ciphers),
            AppId = appId,
            AppSecret = secret,
            ApiBaseUrl = settings.Address("ApiBaseUrl", DefaultApi),
            MaxAgeSeconds = settings.Whole("MaxAgeSeconds", 300, 0, 86400),
            Deadline = TimeSpan.FromMilliseconds(settings.Whole("ReplyMilliseconds", 4000, 10, 4800)),
            TransfersToHuman = settings.Flag("TransferToHuman"),
        };
    }

    private static WeChatMode ModeOf(ChannelSettings settings)
    {
        switch (settings.Text("Mode").ToLowerInvariant())
        {
            case "plain":
                return WeChatMode.Plain;
            case "" or "compatible":
                return WeChatMode.Compatible;
            case "safe":
                return WeChatMode.Safe;
            default:
                settings.Fault("Mode", "应为 plain、compatible 或 safe。");
                return WeChatMode.Compatible;
        }
    }
}
