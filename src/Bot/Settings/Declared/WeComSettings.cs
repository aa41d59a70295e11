namespace Bot.Settings.Declared;

/// <summary>WeCom.</summary>
internal static class WeComSettings
{
    internal static SettingGroup Group { get; } = new("企业微信",
    [
        new("WeCom:Token", "空", "应用「接收消息」设置里的 Token；设了才启用 `/wechat/work`"),
        new("WeCom:EncodingAesKey", "空", "消息加解密密钥，43 个字母或数字，必填"),
        new("WeCom:PreviousEncodingAesKey", "空", "更换密钥期间的旧密钥，两把都认"),
        new("WeCom:CorpId", "空", "「我的企业」里的企业编号，必填"),
        new("WeCom:AgentId", "空", "应用编号，主动发送消息时必填"),
        new("WeCom:Secret", "空", "应用密钥，主动发送消息用"),
        new("WeCom:MaxAgeSeconds", "300", "请求时间与本机相差更多即拒绝，0 至 86400；0 为不检查"),
        new("WeCom:ReplyMilliseconds", "4000", "等待答复的毫秒数，10 至 4800"),
        new("WeCom:ApiBaseUrl", "`https://qyapi.weixin.qq.com`", "接口地址；只有本机地址可用 http"),
    ]);
}
