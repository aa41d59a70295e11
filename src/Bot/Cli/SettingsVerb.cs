using System.CommandLine;
using Bot.Api;
using Bot.Settings;

namespace Bot.Cli;

/// <summary><c>settings</c>: every setting with its default and meaning, as docs/configuration.md shows it.</summary>
internal static class SettingsVerb
{
    internal static Command Create(CliContext context)
    {
        var verb = new Command("settings", "列出全部配置项、缺省值和说明");
        verb.SetAction(parsed =>
        {
            _ = context.AsOf(parsed);
            if (context.IsJson(parsed)) context.WriteJson(Json());
            else context.Terminal.Out.Write(ReferencePage.Markdown());
            return Exit.Done;
        });
        return verb;
    }

    private static ReadOnlyMemory<byte> Json() => JsonWords.Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteObjects("settings", [.. DeclaredSettings.All], static (json, setting) =>
        {
            json.WriteString("name", setting.Name);
            json.WriteString("default", setting.Default);
            json.WriteString("meaning", setting.Meaning);
        });
        json.WriteEndObject();
    });
}
