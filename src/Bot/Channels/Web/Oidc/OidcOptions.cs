using Bot.Hosting;

namespace Bot.Channels.Web.Oidc;

/// <summary>The settings under <c>Desk:Oidc</c>.</summary>
/// <param name="Authority">The provider, without a slash at its end.</param>
/// <param name="ClientId">The name under which it knows the desk.</param>
/// <param name="ClientSecret">What the desk proves itself with.</param>
/// <param name="Allowed">Who may use the desk.</param>
internal sealed record OidcOptions(string Authority, string ClientId, string ClientSecret, AllowedUsers Allowed)
{
    private const string Section = "Desk:Oidc";

    /// <summary>Reads them; null where nothing is set.</summary>
    /// <exception cref="StartException">One is missing or wrong.</exception>
    internal static OidcOptions? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (!section.AsEnumerable().Any(setting => !string.IsNullOrWhiteSpace(setting.Value))) return null;
        var authority = Needed(section, "Authority");
        if (!IsSafe(authority) || new Uri(authority) is not { Query: "", Fragment: "", UserInfo: "" })
            throw new StartException($"{Section}:Authority 应为 https 地址（只有本机可以用 http），不带参数，例如 https://login.example.gov.cn。");
        return new OidcOptions(authority.TrimEnd('/'), Needed(section, "ClientId"), Needed(section, "ClientSecret"), ReadAllowed(section));
    }

    /// <summary>Whether what is sent there cannot be overheard: over https, or without leaving this machine.</summary>
    internal static bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    private static AllowedUsers ReadAllowed(IConfigurationSection section)
    {
        var list = section.GetSection("AllowedUsers");
        var names = list.GetChildren().Select(child => child.Value ?? "").Append(list.Value ?? "")
            .SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        var claim = section["AllowedClaim"]?.Trim() ?? "";
        if (claim.Length == 0) return new AllowedUsers([.. names], null, "");
        var at = claim.IndexOf('=', StringComparison.Ordinal);
        if (at <= 0 || at == claim.Length - 1) throw new StartException($"{Section}:AllowedClaim 应写成「声明=值」，例如 groups=policy-desk。");
        // As a claim it would be believed without having been verified.
        if (claim[..at] == "email") throw new StartException($"{Section}:AllowedClaim 不能用 email，请把邮箱写在 {Section}:AllowedUsers。");
        return new AllowedUsers([.. names], claim[..at], claim[(at + 1)..]);
    }

    private static string Needed(IConfigurationSection section, string name) =>
        section[name]?.Trim() is { Length: > 0 } given ? given : throw new StartException($"已设置 {Section}，但缺少 {Section}:{name}。");
}
