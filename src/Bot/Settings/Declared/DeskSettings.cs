namespace Bot.Settings.Declared;

/// <summary>Signing in at the desk.</summary>
internal static class DeskSettings
{
    internal static SettingGroup Group { get; } = new("工作台登录",
    [
        new("Desk:Secret", "空", "登录工作台、查看反馈的口令；它和 `Desk:Oidc` 都不设置时，只允许本机查看"),
        new("Desk:Oidc:Authority", "空", "单位统一登录服务（OpenID Connect）的地址，须为 https；设置任何一项 `Desk:Oidc` 后，前三项都要填写，本机也须登录"),
        new("Desk:Oidc:ClientId", "空", "在登录服务登记的应用编号；登记的回调地址为「本服务地址 + `/desk/sign-in/callback`」，退出后的返回地址为「本服务地址 + `/desk/sign-in`」"),
        new("Desk:Oidc:ClientSecret", "空", "在登录服务登记的应用密钥"),
        new("Desk:Oidc:AllowedUsers", "空", "允许登录的账号，用逗号分隔：账号的 `sub`，或经登录服务验证的邮箱；与下一项都为空时，任何账号都不能登录") { IsList = true },
        new("Desk:Oidc:AllowedClaim", "空", "写成「声明=值」，如 `groups=policy-desk`；令牌中有这项声明的账号都可以登录"),
    ]);
}
