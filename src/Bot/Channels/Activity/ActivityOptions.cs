using System.Globalization;
using Bot.Hosting;

namespace Bot.Channels.Activity;

/// <summary>The settings of the Activity channel; Microsoft's names, so that its deployment pages apply.</summary>
internal sealed record ActivityOptions
{
    private const int DefaultOutboxHours = 24;

    /// <summary>Microsoft's own tenants, whose tokens its tools bear.</summary>
    private static readonly string[] MicrosoftTenants =
        ["d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a", "69e9b82d-4842-4902-8d1e-abc5b98a55e8"];

    private static readonly string[] DefaultHosts =
        ["botframework.com", "*.botframework.com", "smba.trafficmanager.net", "*.teams.microsoft.com", "*.teams.microsoft.us", "*.botframework.azure.us", "*.botframework.azure.cn"];

    /// <summary>Our app id; empty is local only.</summary>
    internal string AppId { get; private init; } = "";

    internal string Password { get; private init; } = "";

    /// <summary>The cloud that the settings belong to.</summary>
    internal Cloud Cloud { get; private init; } = Cloud.Public;

    internal string ChannelIssuer { get; private init; } = "";

    internal Uri ChannelMetadata { get; private init; } = null!;

    internal Uri EntraMetadata { get; private init; } = null!;

    internal Uri TokenEndpoint { get; private init; } = null!;

    internal string TokenScope { get; private init; } = "";

    internal IReadOnlySet<string> Tenants { get; private init; } = new HashSet<string>();

    internal IReadOnlySet<string> AllowedCallers { get; private init; } = new HashSet<string>();

    internal IReadOnlyList<string> AllowedServiceHosts { get; private init; } = [];

    internal TimeSpan OutboxKeeps { get; private init; }

    /// <summary>Where people reach the program; null where it is not set.</summary>
    internal Uri? PublicUrl { get; private init; }

    /// <summary>What ids are hashed with; empty is a key of the data folder's own.</summary>
    internal string HashKey { get; private init; } = "";

    /// <summary>Whether the program may start without an app id where other machines reach it; the endpoint then still answers on loopback only.</summary>
    internal bool MayStayLocal { get; private init; }

    internal bool IsLocal => AppId.Length == 0;

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="StartException">One is wrong, or they contradict each other.</exception>
    internal static ActivityOptions Read(IConfiguration settings)
    {
        var (appId, tenant, type) = (Text(settings, "MicrosoftAppId"), Text(settings, "MicrosoftAppTenantId"), Text(settings, "MicrosoftAppType"));
        if (type is not ("" or "SingleTenant" or "MultiTenant")) throw new StartException("MicrosoftAppType 应为 SingleTenant 或 MultiTenant。");
        if (type == "SingleTenant" && appId.Length > 0 && tenant.Length == 0) throw new StartException("MicrosoftAppType 为 SingleTenant 时，请设置 MicrosoftAppTenantId。");
        var (issuer, login, scope) = (Text(settings, "ToBotFromChannelTokenIssuer"), Text(settings, "ToChannelFromBotLoginUrl"), Text(settings, "ToChannelFromBotOAuthScope"));
        var cloud = Cloud.Of(issuer, login, scope);
        var ownTenant = type != "MultiTenant" && tenant.Length > 0;
        if (login.Length == 0) login = $"{cloud.Login}/{(ownTenant ? tenant : cloud.BotTenant)}";
        if (scope.Length == 0) scope = cloud.ChannelIssuer;
        return new ActivityOptions
        {
            AppId = appId,
            Password = Text(settings, "MicrosoftAppPassword"),
            Cloud = cloud,
            ChannelIssuer = issuer.Length > 0 ? issuer : cloud.ChannelIssuer,
            ChannelMetadata = Address(settings, "ToBotFromChannelOpenIdMetadataUrl", cloud.ChannelMetadata),
            EntraMetadata = Address(settings, "ToBotFromEmulatorOpenIdMetadataUrl", cloud.EntraMetadata),
            TokenEndpoint = Checked("ToChannelFromBotLoginUrl", login.TrimEnd('/') + "/oauth2/v2.0/token"),
            TokenScope = scope.EndsWith("/.default", StringComparison.Ordinal) ? scope : scope.TrimEnd('/') + "/.default",
            Tenants = MicrosoftTenants.Concat(ownTenant ? [tenant] : Array.Empty<string>()).ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedCallers = List(settings, "Bot:AllowedCallers").ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedServiceHosts = [.. DefaultHosts, .. List(settings, "Bot:AllowedServiceHosts")],
            OutboxKeeps = Hours(settings, "Bot:OutboxHours"),
            PublicUrl = Text(settings, "Bot:PublicUrl") is { Length: > 0 } url ? Checked("Bot:PublicUrl", url) : null,
            HashKey = Text(settings, "Bot:HashKey"),
            MayStayLocal = string.Equals(Text(settings, "Bot:AllowWithoutAppId"), "true", StringComparison.OrdinalIgnoreCase),
        };
    }

    private static string Text(IConfiguration settings, string name) => settings[name]?.Trim() ?? "";

    // Either one text, parted by commas, or a list of the settings file.
    private static IEnumerable<string> List(IConfiguration settings, string name) =>
        settings.GetSection(name).GetChildren().Select(c => c.Value ?? "").Append(settings[name] ?? "")
            .SelectMany(text => text.Split([',', ';', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static Uri Address(IConfiguration settings, string name, string otherwise) =>
        Checked(name, Text(settings, name) is { Length: > 0 } given ? given : otherwise);

    private static Uri Checked(string name, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? uri
            : throw new StartException($"{name} 应为 https 地址（本机可以用 http）。");

    private static TimeSpan Hours(IConfiguration settings, string name) =>
        Text(settings, name) is not { Length: > 0 } given
            ? TimeSpan.FromHours(DefaultOutboxHours)
            : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours is >= 1 and <= 720
                ? TimeSpan.FromHours(hours)
                : throw new StartException($"{name} 应为 1 到 720 的整数（小时）。");
}
