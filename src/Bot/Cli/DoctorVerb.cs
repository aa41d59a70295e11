using System.CommandLine;
using Bot.Channels.Tencent;
using Bot.Channels.WeChat;
using Bot.Channels.WeCom;
using Bot.Hosting;
using Bot.LanguageModel;
using Bot.Settings;
using Bot.Store;

namespace Bot.Cli;

/// <summary><c>doctor</c>: checks the settings without any network and says in Chinese what is missing.</summary>
internal static class DoctorVerb
{
    internal static Command Create(CliContext context)
    {
        var verb = new Command("doctor", "离线检查设置，说明缺少什么");
        verb.SetAction(parsed =>
        {
            _ = context.AsOf(parsed);
            return Run(context);
        });
        return verb;
    }

    private static int Run(CliContext context)
    {
        var configuration = context.Configuration();
        List<Finding> findings = [Corpus(context), Folder(configuration)];
        findings.AddRange(Official(configuration));
        findings.AddRange(Work(configuration));
        findings.AddRange(Shared(configuration));
        findings.Add(Model(configuration));
        findings.AddRange(UnknownSettings.Find(configuration).Select(u => new Finding(Grade.Hint, $"没有配置项 {u.Name}，它不起作用；是否应为 {u.Nearest}？")));
        foreach (var finding in findings) context.Terminal.Out.WriteLine($"{Mark(finding.Grade)} {finding.Text}");
        return findings.Any(f => f.Grade == Grade.Wrong) ? Exit.No : Exit.Done;
    }

    private static Finding Corpus(CliContext context) =>
        new(Grade.Right, $"文件与计算器：{context.Composition.Documents.Documents.Count} 份文件，{context.Composition.Catalogue.Calculators.Count} 个计算器，数字与条文一致。");

    // Whether it can be written shows at start; doctor changes nothing.
    private static Finding Folder(IConfiguration configuration)
    {
        var options = configuration.GetSection("Storage").Get<StorageOptions>() ?? new StorageOptions();
        return new StorageOptionsValidator().Validate(null, options) is { Failed: true } wrong
            ? new Finding(Grade.Wrong, string.Join(' ', wrong.Failures))
            : new Finding(Grade.Right, options.ConnectionString.Length > 0 ? "数据：PostgreSQL。" : $"数据：SQLite，文件夹 {options.FolderPath()}。");
    }

    private static IEnumerable<Finding> Official(IConfiguration configuration)
    {
        var options = WeChatOptions.Read(configuration, out var faults);
        foreach (var fault in faults) yield return new Finding(Grade.Wrong, fault);
        if (options is null) yield return new Finding(Grade.Off, "微信公众号：未设置（WeChat:Token 等），/wechat/official 返回 404。");
        if (options is null || faults.Count > 0) yield break;
        yield return new Finding(Grade.Right, $"微信公众号：已设置，{ModeName(options.Mode)}，回调地址 /wechat/official。");
        if (options.Mode != WeChatMode.Safe) yield return new Finding(Grade.Hint, "微信公众号：明文消息的签名不覆盖正文，建议改用安全模式（WeChat:Mode=safe）。");
        if (options.MaxAgeSeconds == 0) yield return new Finding(Grade.Hint, "微信公众号：WeChat:MaxAgeSeconds 为 0，不检查请求的时间，旧请求可以重放。");
        yield return options.AppSecret.Length > 0
            ? new Finding(Grade.Hint, "微信公众号：客服接口只对已认证的账号开放；服务器的出口地址要加入公众号后台的 IP 白名单（否则 40164）。")
            : new Finding(Grade.Hint, "微信公众号：未设置 WeChat:AppSecret，答复超过 4 秒时由用户回复「继续」来取。");
    }

    private static IEnumerable<Finding> Work(IConfiguration configuration)
    {
        var options = WeComOptions.Read(configuration, out var faults);
        foreach (var fault in faults) yield return new Finding(Grade.Wrong, fault);
        if (options is null) yield return new Finding(Grade.Off, "企业微信：未设置（WeCom:Token 等），/wechat/work 返回 404。");
        if (options is null || faults.Count > 0) yield break;
        yield return new Finding(Grade.Right, "企业微信：已设置，回调地址 /wechat/work。");
        yield return options.Secret.Length > 0
            ? new Finding(Grade.Hint, "企业微信：服务器的出口地址要加入应用的「企业可信 IP」（否则 60020）。")
            : new Finding(Grade.Hint, "企业微信：未设置 WeCom:Secret，不能主动发送消息和答复单卡片。");
    }

    private static IEnumerable<Finding> Shared(IConfiguration configuration)
    {
        TalkSettings settings;
        string? fault = null;
        try
        {
            settings = TencentServices.Shared(configuration, null);
        }
        catch (StartException e)
        {
            (settings, fault) = (new TalkSettings("", false, ""), e.Message);
        }

        if (fault is not null) yield return new Finding(Grade.Wrong, fault);
        else if (settings.BaseUrl.Length == 0) yield return new Finding(Grade.Hint, "Bot:BaseUrl 未设置，答复单只发文字，不带链接。");
        if (settings.HumanContact.Length == 0) yield return new Finding(Grade.Hint, "Bot:HumanContact 未设置，「转人工」只列出文件写明的咨询单位。");
        if (configuration["Storage:ConnectionString"] is { Length: > 0 } && configuration["Privacy:Key"] is not { Length: > 0 })
            yield return new Finding(Grade.Hint, "Privacy:Key 未设置：运行多个实例时必须设成同一个值，否则同一用户的会话对不上。");
    }

    // Without any network: whether the service answers shows in its counters.
    private static Finding Model(IConfiguration configuration)
    {
        try
        {
            if (ModelOptions.Read(configuration) is not { } options) return new Finding(Grade.Off, "语言模型：未设置（LanguageModel:Endpoint），只用条文和计算器回答。");
            var prompts = ModelPrompts.Read();
            return new Finding(Grade.Right, $"语言模型：{options.Model}，服务地址 {options.Endpoint.Host}，每次最多等 {options.Budget.TotalMilliseconds:0} 毫秒；提示词版本 {prompts.Choose.Version}、{prompts.Phrase.Version}。");
        }
        catch (StartException e)
        {
            return new Finding(Grade.Wrong, e.Message);
        }
    }

    private static string ModeName(WeChatMode mode) => mode switch
    {
        WeChatMode.Plain => "明文模式",
        WeChatMode.Safe => "安全模式",
        _ => "兼容模式",
    };

    private static string Mark(Grade grade) => grade switch
    {
        Grade.Right => "[正常]",
        Grade.Wrong => "[错误]",
        Grade.Hint => "[提示]",
        _ => "[未用]",
    };

    private enum Grade
    {
        Right,
        Wrong,
        Hint,
        Off,
    }

    private sealed record Finding(Grade Grade, string Text);
}
