using System.CommandLine;
using System.Text.Json;
using Bot.Api;
using Bot.Channels.Activity;
using Bot.Channels.Tencent;
using Bot.Inputs;
using Bot.Privacy;
using Bot.Store;
using Bot.Store.Records;

namespace Bot.Cli;

/// <summary><c>privacy export|delete --channel C --conversation ID</c> or <c>--user ID</c>: one person's data, handed out or deleted.</summary>
internal static class PrivacyVerb
{
    internal static Command Create(CliContext context) => new("privacy", "导出或删除一个人的数据")
    {
        Create(context, "export", "以 JSON 导出一个人的全部数据", PersonJson.WriteData, (store, person, stop) => store.FindPersonAsync(person, stop)),
        Create(context, AccessRecord.Delete, "删除一个人的全部数据，不能恢复", PersonJson.WriteDeleted, (store, person, stop) => store.DeletePersonAsync(person, stop)),
    };

    private static Command Create(
        CliContext context, string name, string description, Action<Utf8JsonWriter, PersonData> write, Func<IPersonalData, Person, CancellationToken, Task<PersonData>> act)
    {
        var channel = new Option<string>("--channel") { Description = "渠道：api、cli、wechat、wecom、activity:msteams 等", HelpName = "NAME", Required = true };
        var conversation = new Option<string?>("--conversation") { Description = "会话编号", HelpName = "ID" };
        var user = new Option<string?>("--user") { Description = "渠道里的用户编号（openid、成员 ID 等）", HelpName = "ID" };
        var account = new Option<string?>("--account") { Description = "公众号的原始 ID，或“企业 ID/应用 ID”", HelpName = "ID" };
        var verb = new Command(name, description) { channel, conversation, user, account };
        verb.SetAction(async (parsed, stop) =>
        {
            _ = context.AsOf(parsed);
            var body = Read(("channel", parsed.GetValue(channel)), ("conversationId", parsed.GetValue(conversation)), ("userId", parsed.GetValue(user)), ("account", parsed.GetValue(account)));
            return await RunAsync(context, body, name, write, act, stop);
        });
        return verb;
    }

    private static PersonBody Read(params (string Name, string? Value)[] given)
    {
        List<InputFault> faults = [];
        var fields = new Fields(new Json.Object([.. given.Where(g => g.Value is not null).Select(g => (g.Name, (Json)new Json.Text(g.Value!)))]), faults);
        return PersonBody.Read(fields) ?? throw new UsageException(string.Join(' ', faults.Select(f => f.Text)));
    }

    private static async Task<int> RunAsync(
        CliContext context, PersonBody body, string name, Action<Utf8JsonWriter, PersonData> write, Func<IPersonalData, Person, CancellationToken, Task<PersonData>> act, CancellationToken stop)
    {
        var configuration = context.Configuration();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton(context.Parts.Time).AddStore(configuration, isServing: false)
            .AddIdentities(configuration).AddSingleton<UserKey>().AddSingleton<PersonFinder>().BuildServiceProvider();
        var person = services.GetRequiredService<PersonFinder>().Find(body);
        var store = services.GetRequiredService<IPersonalData>();
        try
        {
            await store.AddAccessAsync(new AccessRecord(0, context.Parts.Time.GetUtcNow(), "command-line", "", name, person.Subject), stop);
            var data = await act(store, person, stop);
            context.WriteJson(JsonWords.Bytes(json => write(json, data)));
            return data.IsEmpty ? Exit.No : Exit.Done;
        }
        catch (StoreUnavailableException e)
        {
            throw new UsageException(e.Problem.Reason);
        }
    }
}
