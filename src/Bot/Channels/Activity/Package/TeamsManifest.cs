using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Channels.Activity.Replies;

namespace Bot.Channels.Activity.Package;

/// <summary>The manifest of the Teams app, by schema 1.17.</summary>
internal static class TeamsManifest
{
    internal const string ColorIcon = "color.png", OutlineIcon = "outline.png";
    private static readonly (string Title, string Description)[] Commands =
    [
        ("有哪些奖励？", "列出政策十一条里的奖励"),
        ("首次入围中国互联网百强能奖多少？", "核算一项奖励并附依据"),
        ("我们县够条件报集群试点吗？", "核对试点申报条件"),
        ("这个政策现在还有效吗？", "查看文件时效"),
        ("帮助", "能问些什么"),
    ];

    private static readonly JsonSerializerOptions Readable = new(ReplyJson.Options) { WriteIndented = true };

    /// <summary>The manifest as UTF-8.</summary>
    /// <param name="appId">The bot's app id; the app bears the same.</param>
    /// <param name="url">Where people reach the program, https.</param>
    internal static byte[] Write(string appId, Uri url) => Encoding.UTF8.GetBytes(Build(appId, url).ToJsonString(Readable));

    private static JsonObject Build(string appId, Uri url) => new()
    {
        ["$schema"] = "https://developer.microsoft.com/json-schemas/teams/v1.17/MicrosoftTeams.schema.json",
        ["manifestVersion"] = "1.17",
        ["version"] = "1.0.0",
        ["id"] = appId,
        ["localizationInfo"] = new JsonObject { ["defaultLanguageTag"] = "zh-cn" },
        ["developer"] = new JsonObject
        {
            ["name"] = "政策助手",
            ["websiteUrl"] = url.ToString(),
            ["privacyUrl"] = url.ToString(),
            ["termsOfUseUrl"] = url.ToString(),
        },
        ["name"] = new JsonObject { ["short"] = "政策助手", ["full"] = "数字经济政策问答助手" },
        ["description"] = new JsonObject
        {
            ["short"] = "查政策条款，算奖励金额，附原文依据",
            ["full"] = "依据《寻乌县支持数字经济做优做强政策十一条》和江西省数字产业集群培育试点通知回答问题：查条款原文，按条文核算奖励金额，核对申报条件，并说明文件时效。",
        },
        ["icons"] = new JsonObject { ["color"] = ColorIcon, ["outline"] = OutlineIcon },
        ["accentColor"] = TeamsIcons.Accent,
        ["bots"] = new JsonArray(new JsonObject
        {
            ["botId"] = appId,
            ["scopes"] = Scopes(),
            ["supportsFiles"] = false,
            ["isNotificationOnly"] = false,
            ["commandLists"] = new JsonArray(new JsonObject
            {
                ["scopes"] = Scopes(),
                ["commands"] = new JsonArray([.. Commands.Select(c => (JsonNode)new JsonObject { ["title"] = c.Title, ["description"] = c.Description })]),
            }),
        }),
        ["permissions"] = new JsonArray("identity", "messageTeamMembers"),
        ["validDomains"] = new JsonArray(url.IdnHost),
    };

    private static JsonArray Scopes() => ["personal", "team", "groupChat"];
}
