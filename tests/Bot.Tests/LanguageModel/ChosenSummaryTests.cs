using System.Text;
using Bot.Conversations;
using Bot.Summaries;
using Bot.Tests.LanguageModel.Support;
using Bot.Tests.Support;

namespace Bot.Tests.LanguageModel;

/// <summary>The 答复单 of what a model's choice decided: made and verified by a program that has no model, and never from a choice that does not hold.</summary>
public sealed class ChosenSummaryTests(ModelStandIn model) : IClassFixture<ModelStandIn>, IDisposable
{
    private const string Invested = "外头老板给咱厂子塞了不到500万换股份，县里表示一下不？";
    private const string Markdown = "text/markdown";
    private readonly string folder = Directory.CreateTempSubdirectory("chosen-summary-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task It_is_the_same_file_with_and_without_the_model_in_each_format_and_verifies()
    {
        var ids = await AskAsync(Script.Call("equity_investment", """{"fundsReceived":5000000,"marketFund":true}"""), Invested, "是本地的数字经济核心产业企业", "到账500万整，是市场化基金投的");
        model.Next = Script.Json(500, "{}");
        var made = new Dictionary<string, string>();
        foreach (var withModel in new[] { true, false })
        {
            await using var host = await StartAsync(withModel);
            foreach (var id in ids)
            {
                var summary = await host.Host.PostAsync("/api/summaries", $$"""{"answerId":"{{id}}"}""");
                Assert.True(summary.Status == 200, summary.Text);
                Assert.Equal(summary.Text, made.TryAdd(id, summary.Text) ? summary.Text : made[id]);
                var verified = (await host.Host.PostAsync("/api/verify", Encoding.UTF8.GetBytes(summary.Text), Markdown)).Json;
                Assert.True(verified.GetProperty("valid").GetBoolean(), verified.GetRawText());
                Assert.Equal(200, (await host.Host.GetAsync($"/api/answers/{id}/facts")).Status);
                foreach (var type in new[] { "text/html", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" })
                {
                    var other = await FileAsync(host.Host, id, type);
                    var (key, bytes) = (id + type, Convert.ToHexString(other));
                    Assert.Equal(bytes, made.TryAdd(key, bytes) ? bytes : made[key]);
                    Assert.True((await host.Host.PostAsync("/api/verify", other, type)).Json.GetProperty("valid").GetBoolean());
                }
            }
        }

        // The last rests on the figure that the first turn's choice placed.
        Assert.Contains("25万元", made[ids[2]], StringComparison.Ordinal);
        var file = Path.Combine(folder, "summary.md");
        await File.WriteAllTextAsync(file, made[ids[2]]);
        Assert.Equal(0, (await CliRun.Of("verify", file)).Exit);
    }

    [Fact]
    public async Task A_search_that_a_model_worded_is_replayed_with_its_words()
    {
        var ids = await AskAsync(Script.Call("search_clauses", """{"q":"支持数字经济股权基金投资"}"""), "我们拉来了一笔钱", "责任单位是谁？");
        await using var host = await StartAsync(withModel: false);
        foreach (var id in ids)
        {
            var summary = await host.Host.PostAsync("/api/summaries", $$"""{"answerId":"{{id}}"}""");
            Assert.Equal(200, summary.Status);
            Assert.Contains("县金融服务中心", summary.Text, StringComparison.Ordinal);
            Assert.True((await host.Host.PostAsync("/api/verify", Encoding.UTF8.GetBytes(summary.Text), Markdown)).Json.GetProperty("valid").GetBoolean());
        }
    }

    [Fact]
    public async Task A_forged_choice_is_found_whatever_it_says()
    {
        var ids = await AskAsync(Script.Call("equity_investment", """{"fundsReceived":5000000}"""), Invested, "是本地的数字经济核心产业企业");
        await using var host = await StartAsync(withModel: false);
        var summary = (await host.Host.PostAsync("/api/summaries", $$"""{"answerId":"{{ids[1]}}"}""")).Text;
        Assert.True(Receipt.Find(summary, out var receipt));
        var choice = Assert.Single(receipt!.Choices);
        Assert.Equal((0, "equity-investment", "fundsReceived"), (choice.Turn, choice.Calculator, Assert.Single(choice.Figures).Key));
        (string Name, IReadOnlyList<KeptChoice> Choices)[] forged =
        [
            ("none", []),
            ("a tool that is not there", [choice with { Calculator = "free-money" }]),
            ("another tool", [choice with { Calculator = "digital-infrastructure", Figures = [new("investment", 0)] }]),
            ("another tool with the same input", [choice with { Calculator = "digital-infrastructure" }]),
            ("a search instead", [choice with { Calculator = null, Query = "支持数字经济股权基金投资", Figures = [] }]),
            ("a search that finds nothing", [choice with { Calculator = null, Query = "火星移民", Figures = [] }]),
            ("no figure", [choice with { Figures = [] }]),
            ("a figure that was not said", [choice with { Figures = [new("fundsReceived", 1)] }]),
            ("a yes that was not said", [choice with { Figures = [new("fundsReceived", 0), new("marketFund", 0)] }]),
            ("an input that there is not", [choice with { Figures = [new("amount", 0)] }]),
            ("for the message that needed none", [choice with { Turn = 1, Figures = [] }]),
            ("one more", [choice, choice with { Turn = 1, Figures = [] }]),
        ];
        foreach (var (name, choices) in forged)
        {
            var changed = summary.Replace(receipt.Write(), (receipt with { Choices = choices }).Write(), StringComparison.Ordinal);
            Assert.NotEqual(summary, changed);
            var verified = (await host.Host.PostAsync("/api/verify", Encoding.UTF8.GetBytes(changed), Markdown)).Json;
            Assert.False(verified.GetProperty("valid").GetBoolean(), name);
            Assert.NotEqual(0, verified.GetProperty("differences").GetArrayLength());
        }

        // The message's other figure, as whose words say something else, is none that may be pointed at.
        var other = await AskAsync(Script.Call("equity_investment", """{"fundsReceived":5000000}"""), "外头老板给咱厂子塞了500万换股份，去年营收800万，县里表示一下不？");
        summary = (await host.Host.PostAsync("/api/summaries", $$"""{"answerId":"{{other[0]}}"}""")).Text;
        Assert.True(Receipt.Find(summary, out receipt));
        var pointed = Assert.Single(receipt!.Choices) with { Figures = [new("fundsReceived", 1)] };
        var moved = summary.Replace(receipt.Write(), (receipt with { Choices = [pointed] }).Write(), StringComparison.Ordinal);
        Assert.False((await host.Host.PostAsync("/api/verify", Encoding.UTF8.GetBytes(moved), Markdown)).Json.GetProperty("valid").GetBoolean());
    }

    [Fact]
    public void A_conversation_without_a_choice_is_kept_as_it_ever_was_and_one_with_a_choice_forgets_it_with_its_message()
    {
        var plain = ConversationState.Empty.Heard("问");
        Assert.Equal("""["问"]""", Text(TurnsJson.Write(plain)));
        Assert.DoesNotContain("choices", Text(ConversationJson.Write(plain)), StringComparison.Ordinal);
        var state = plain with { Choices = [new KeptChoice(0, null, "奖励", [])] };
        Assert.Equal("""{"turns":["问"],"choices":[{"rule":1,"turn":0,"query":"奖励"}]}""", Text(TurnsJson.Write(state)));
        Assert.Equal(state.Choices[0], ConversationJson.Read(Text(ConversationJson.Write(state))).Choices[0] with { Figures = state.Choices[0].Figures });
        for (var i = 1; i < ConversationState.MostTurns; i++) state = state.Heard("再问");
        Assert.Equal(0, Assert.Single(state.Choices).Turn);
        Assert.Empty(state.Heard("再问").Choices);
    }

    private static async Task<byte[]> FileAsync(BotHost host, string answerId, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/summaries") { Content = new StringContent($$"""{"answerId":"{{answerId}}"}""", Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Accept", type);
        using var response = await host.Client.SendAsync(request);
        Assert.Equal(200, (int)response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync();
    }

    // One after the other in one conversation, the first with the model as it is told, the others with one that says nothing.
    private async Task<List<string>> AskAsync(Script first, params string[] texts)
    {
        await using var host = await StartAsync(withModel: true);
        List<string> ids = [];
        model.Next = first;
        var conversation = "c-" + Guid.NewGuid().ToString("N");
        foreach (var text in texts)
        {
            var answer = (await host.Host.PostAsync("/api/ask", $$"""{"text":"{{text}}","conversationId":"{{conversation}}","asOf":"2022-10-01"}""")).Json;
            if (ids.Count == 0) Assert.Equal("used", answer.GetProperty("model").GetProperty("outcome").GetString());
            ids.Add(answer.GetProperty("answerId").GetString()!);
            model.Next = Script.Nothing;
        }

        return ids;
    }

    private Task<AidedHost> StartAsync(bool withModel) => AidedHost.StartAsync(withModel ? model : null, $"--Storage:Folder={folder}");

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
}
