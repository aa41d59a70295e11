namespace Bot.Settings.Declared;

/// <summary>The WeChat Official Account.</summary>
internal static class WeChatSettings
{
    internal static SettingGroup Group { get; } = new("微信公众号",
    [
        new("WeChat:Token", "空", "令牌；设了才启用 `/wechat/official`"),
        new("WeChat:EncodingAesKey", "空", "消息加解密密钥，43 个字母或数字"),
        new("WeChat:PreviousEncodingAesKey", "空", "更换密钥期间的旧密钥，两把都认"),
        new("WeChat:AppId", "空", "有密钥或 AppSecret 时必填；加密消息里的 AppId 不符即拒绝"),
        new("WeChat:AppSecret", "空", "用于客服接口和菜单；没有时，超时的答复由用户回复「继续」来取"),
        new("WeChat:Mode", "compatible", "`plain` 只收明文，`safe` 只收密文，`compatible` 都收；正式使用请设 `safe`"),
        new("WeChat:MaxAgeSeconds", "300", "请求时间与本机相差更多即拒绝，0 至 86400；0 为不检查"),
        new("WeChat:ReplyMilliseconds", "4000", "等待答复的毫秒数，10 至 4800；微信等 5 秒"),
        new("WeChat:TransferToHuman", "false", "「转人工」时把会话转给公众号自己的客服"),
        new("WeChat:ApiBaseUrl", "`https://api.weixin.qq.com`", "接口地址；只有本机地址可用 http"),
    ]);
}
