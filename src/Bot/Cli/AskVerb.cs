using System.CommandLine;
using Bot.Answering;
using Bot.Api;
using Bot.Conversations;
using Bot.Inputs;
using Bot.LanguageModel;
using Bot.Store;

namespace Bot.Cli;

/// <summary><c>ask TEXT [--conversation ID]</c>: one question, or a conversation on standard input.</summary>
internal static class AskVerb
{
    private const string Channel = Visitors.Command;

    internal static Command Create(CliContext context)
    {
        var text = new Argument<string[]>("TEXT") { Description = "要问的内容；不写则逐行读取标准输入，说再见结束", Arity = ArgumentArity.ZeroOrMore };
        var conversation = new Option<string?>("--conversation") { Description = "对话编号；用同一编号可以接着问", HelpName = "ID" };
        var verb = new Command("ask", "向助手提问") { text, conversation };
        verb.SetAction((parsed, stop) => RunAsync(context, parsed, parsed.GetValue(text) ?? [], parsed.GetValue(conversation), stop));
        return verb;
    }

    /// <summary>A question as the doors let it in.</summary>
    /// <exception cref="UsageException">It is empty or too long.</exception>
    internal static string Question(string text) =>
        PlainText.Clean(text) is { Length: > 0 and <= AskBody.LongestText } clean ? clean : throw new UsageException($"请写明要问的内容，1 到 {AskBody.LongestText} 个字。");

    /// <summary>Exit 1 where the answer asks back or declines.</summary>
    internal static int ExitOf(AnswerKind kind) => kind is AnswerKind.Clarify or AnswerKind.Refuse ? Exit.No : Exit.Done;

    private static async Task<int> RunAsync(CliContext context, ParseResult parsed, string[] words, string? conversation, CancellationToken stop)
    {
        if (conversation is not null && !AskBody.IsId(conversation)) throw new UsageException($"--conversation 应为 1 到 {AskBody.LongestId} 个字符，只含字母、数字和 _ . : - 。");
        var asOf = context.AsOf(parsed);
        var question = words.Length > 0 ? Question(string.Join(' ', words)) : null;
        await using var services = new ServiceCollection().AddLogging().AddSingleton(context.Parts.Time).AddStore(context.Configuration(), isServing: false).BuildServiceProvider();
        // The database opens and makes its first query while the index is built: each takes a third of a second.
        var opening = Task.Run(() => OpenAsync(services, conversation, stop), stop);
        _ = context.Composition.Dialogue;
        await opening;
        var conversations = new CliConversations(services.GetRequiredService<IConversations>(), context.Terminal.Error);
        using var model = ModelServices.Create(context.Configuration(), context.Composition, context.Parts.Time, services.GetRequiredService<ILogger<ModelAid>>());
        var assistant = new Assistant(context.Composition, conversations, context.Parts.Time, services.GetRequiredService<ILogger<Assistant>>(), model);
        if (question is null) return await ChatAsync(context, parsed, assistant, conversation, asOf, stop);
        var answer = await assistant.AskAsync(new Turn(Channel, conversation, User: "", question, asOf), stop);
        Show(context, parsed, answer);
        return ExitOf(answer.Kind);
    }

    private static async Task OpenAsync(ServiceProvider services, string? conversation, CancellationToken stop)
    {
        await services.GetRequiredService<Availability>().StartAsync();
        if (conversation is not null) await services.GetRequiredService<IConversations>().FindConversationAsync(Channel, conversation, stop);
    }

    private static async Task<int> ChatAsync(CliContext context, ParseResult parsed, Assistant assistant, string? conversation, DateOnly asOf, CancellationToken stop)
    {
        var terminal = context.Terminal;
        if (terminal.Prompts) terminal.Out.WriteLine("您好，我是政策助手，请直接输入问题；说再见结束。");
        while (true)
        {
            if (terminal.Prompts) terminal.Out.Write("> ");
            if (await terminal.In.ReadLineAsync(stop) is not { } line) break;
            if (PlainText.Clean(line) is not { Length: > 0 } text) continue;
            if (text.Length > AskBody.LongestText)
            {
                terminal.Error.WriteLine($"内容过长，请控制在 {AskBody.LongestText} 个字以内。");
                continue;
            }

            if (IsFarewell(text)) break;
            var answer = await assistant.AskAsync(new Turn(Channel, conversation, User: "", text, asOf), stop);
            conversation = answer.ConversationId;
            Show(context, parsed, answer);
            if (!context.IsJson(parsed)) terminal.Out.WriteLine();
        }

        if (!context.IsJson(parsed)) terminal.Out.WriteLine("感谢咨询，再见。");
        return Exit.Done;
    }

    private static bool IsFarewell(string text) => text.TrimEnd('。', '！', '!', '.', '~', '～') is "再见" or "拜拜" or "退出" or "exit" or "quit";

    private static void Show(CliContext context, ParseResult parsed, Answer answer)
    {
        if (context.IsJson(parsed)) context.WriteJson(AnswerJson.Bytes(answer));
        else AnswerView.Write(context.Terminal, answer);
    }
}
