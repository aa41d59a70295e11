using System.CommandLine;
using System.Globalization;
using Bot.Channels.WeChat;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Cli;

/// <summary><c>menu [--publish]</c>: shows the Official Account's menu, or publishes it.</summary>
internal static class MenuVerb
{
    internal static Command Create(CliContext context)
    {
        var publish = new Option<bool>("--publish") { Description = "发布到公众号（需要 WeChat:AppId 和 WeChat:AppSecret）" };
        var verb = new Command("menu", "公众号的自定义菜单：显示定义，或发布") { publish };
        verb.SetAction((parsed, stop) =>
        {
            _ = context.AsOf(parsed);
            return parsed.GetValue(publish) ? PublishAsync(context, stop) : Task.FromResult(Show(context));
        });
        return verb;
    }

    private static int Show(CliContext context)
    {
        context.WriteJson(WeChatMenu.Definition());
        return Exit.Done;
    }

    private static async Task<int> PublishAsync(CliContext context, CancellationToken stop)
    {
        var options = WeChatOptions.Read(context.Configuration(), out var faults);
        if (faults.Count > 0) throw new UsageException(faults[0]);
        if (options is not { AppSecret.Length: > 0 }) throw new UsageException("发布菜单需要 WeChat:Token、WeChat:AppId 和 WeChat:AppSecret。");
        using var sender = new WeChatSender(options, context.Parts.Time, NullLogger<WeChatSender>.Instance);
        var code = await sender.PublishMenuAsync(stop);
        if (code == 0)
        {
            context.Terminal.Out.WriteLine("菜单已发布，用户重新进入公众号后可以看到。");
            return Exit.Done;
        }

        context.Terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"菜单没有发布：微信返回 {Channels.Tencent.TencentApi.Name(code)}。"));
        return Exit.No;
    }
}
