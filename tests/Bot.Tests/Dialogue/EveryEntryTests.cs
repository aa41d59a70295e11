using System.Text.Json;
using Bot.Answering;
using Bot.Api;
using Bot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Dialogues;

/// <summary>The same question gets the same answer on every entry.</summary>
public sealed class EveryEntryTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2022, 10, 1);
    private readonly string folder = Directory.CreateTempSubdirectory("every-entry-").FullName;
    private readonly BotHost host = new([], services => services.AddSingleton<IAssistant, Assistant>());

    public static TheoryData<string[]> Talks =>
    [
        ["我们服务了12家本地企业，合同实际执行1500万元，能拿多少？", "那如果是3000万呢？"],
        ["我们获得了天使投资，能拿多少支持？", "这条归哪个部门管？", "实际到位500万", "是的"],
        ["第七条怎么规定的？", "下一条呢？", "听说第七条是10%对吧"],
        ["总结一下申报要求"],
        ["寻乌县的脐橙种植补贴有多少？", "你好", "重新开始"],
    ];

    public Task InitializeAsync() => host.InitializeAsync();

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Talks))]
    public async Task Over_HTTP_a_conversation_goes_as_in_the_dialogue(string[] messages)
    {
        var talk = new Talk();
        string? conversation = null;
        foreach (var message in messages)
        {
            var expected = talk.Say(message, Day).Answer;
            var body = JsonSerializer.Serialize(conversation is null ? (object)new { text = message, asOf = "2022-10-01" } : new { text = message, asOf = "2022-10-01", conversationId = conversation });
            var actual = (await host.PostAsync("/api/ask", body)).Json;
            conversation = actual.GetProperty("conversationId").GetString();
            AssertSame(expected, actual);
        }
    }

    [Theory]
    [MemberData(nameof(Talks))]
    public async Task On_the_command_line_a_conversation_goes_as_in_the_dialogue(string[] messages)
    {
        var talk = new Talk();
        foreach (var message in messages)
        {
            var expected = talk.Say(message, Day).Answer;
            var run = await CliRun.Of("ask", message, "--conversation", "one", "--as-of", "2022-10-01", "--json", $"--Storage:Folder={folder}");
            Assert.Equal("", run.Error);
            AssertSame(expected, run.Json);
        }
    }

    private static void AssertSame(Answer expected, JsonElement actual)
    {
        foreach (var part in JsonDocument.Parse(AnswerJson.Bytes(expected)).RootElement.EnumerateObject().Where(p => p.Name is not ("answerId" or "conversationId")))
            Assert.Equal(part.Value.GetRawText(), actual.GetProperty(part.Name).GetRawText());
    }
}
