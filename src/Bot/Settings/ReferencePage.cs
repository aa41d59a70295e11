using System.Text;

namespace Bot.Settings;

/// <summary>docs/configuration.md, from the declarations.</summary>
internal static class ReferencePage
{
    private const string Head = """
        # 配置项

        本页由 `dotnet run --project src/Bot -- settings` 生成，测试会核对它与程序一致；修改请改 `src/Bot/Settings/Declared` 里的声明。

        设置的办法有三种，后面的优先：程序旁的 `appsettings.json`、环境变量（把 `:` 写成 `__`，如 `Storage__Folder`）、命令行参数（如 `--Storage:Folder /data`）。口令和密钥请用环境变量，不要写进文件。名称写错的配置项不起作用，程序启动时和 `doctor` 会指出来，并给出最接近的名称。
        """;

    internal static string Markdown()
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n")).Append('\n');
        foreach (var group in DeclaredSettings.Groups)
        {
            page.Append("\n## ").Append(group.Title).Append("\n\n| 配置项 | 缺省值 | 说明 |\n|---|---|---|\n");
            foreach (var setting in group.Settings) page.Append("| `").Append(setting.Name).Append("` | ").Append(setting.Default).Append(" | ").Append(setting.Meaning).Append(" |\n");
        }

        return page.ToString();
    }
}
