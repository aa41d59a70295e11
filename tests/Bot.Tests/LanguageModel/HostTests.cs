using System.Text.Json;
using Bot.Answering;
using Bot.Hosting;
using Bot.Tests.Channels.Activity.Support;
using Bot.Tests.LanguageModel.Support;
using Bot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.LanguageModel;

/// <summary>The whole program with a model: its settings, its doors, its records.</summary>
public sealed class HostTests(ModelStandIn model) : IClassFixture<ModelStandIn>
{
    private const string Question = """{"text":"总结一下第七条"}""";

    [Fact]
    public async Task A_phrased_summary_is_labelled_recorded_and_remade_without_the_model()
    {
        await using var host = await AidedHost.StartAsync(model);
        model.Next = Script.Say("对于数字经济股权基金投资：{quote:1}。");
        var answer = (await host.Host.PostAsync("/api/ask", Question)).Json;
        Assert.True(answer.GetProperty("generated").GetBoolean());
        Assert.Equal(("phrase-summary", "scripted", "used"), (Of(answer, "prompt"), Of(answer, "model"), Of(answer, "outcome")));
        Assert.Contains("（由语言模型组织文字", answer.GetProperty("text").GetString()!, StringComparison.Ordinal);

        var id = answer.GetProperty("answerId").GetString()!;
        Assert.Equal(answer.GetRawText(), (await host.Host.GetAsync($"/api/answers/{id}")).Json.GetRawText());
        // The 答复单 is made from the conversation by code alone: it holds nothing that a model wrote, and verifies.
        var summary = await host.Host.PostAsync("/api/summaries", $$"""{"answerId":"{{id}}"}""");
        Assert.Equal(200, summary.Status);
        Assert.DoesNotContain("对于数字经济", summary.Text, StringComparison.Ordinal);
        var verified = await host.Host.PostAsync("/api/verify", System.Text.Encoding.UTF8.GetBytes(summary.Text), "text/markdown");
        Assert.True(verified.Json.GetProperty("valid").GetBoolean());
    }

    [Fact]
    public async Task The_gist_of_an_award_that_a_model_joined_is_summarised_and_verified_by_code_alone()
    {
        await using var host = await AidedHost.StartAsync(model);
        model.Next = Script.Nothing;
        await host.Host.PostAsync("/api/ask", """{"text":"服务了18家本地企业，合同实际执行1200万，能奖多少？","conversationId":"gist"}""");
        model.Next = Script.Say("规定如下：{quote:1}。首先：{step:1}；其次：{step:2}；{step:3}；{step:4}；{step:5}。");
        var answer = (await host.Host.PostAsync("/api/ask", """{"text":"总结一下刚才算的","conversationId":"gist"}""")).Json;
        Assert.Equal((true, "award", 240000m), (answer.GetProperty("generated").GetBoolean(), answer.GetProperty("kind").GetString(), answer.GetProperty("awards")[0].GetProperty("amount").GetDecimal()));
        var summary = await host.Host.PostAsync("/api/summaries", $$"""{"answerId":"{{answer.GetProperty("answerId").GetString()}}"}""");
        Assert.Equal(200, summary.Status);
        Assert.DoesNotContain("首先", summary.Text, StringComparison.Ordinal);
        Assert.True((await host.Host.PostAsync("/api/verify", System.Text.Encoding.UTF8.GetBytes(summary.Text), "text/markdown")).Json.GetProperty("valid").GetBoolean());
    }

    [Fact]
    public async Task Teams_shows_its_own_label_on_what_a_model_worded_and_on_nothing_else()
    {
        await using var host = await AidedHost.StartAsync(model);
        model.Next = Script.Say("对于数字经济股权基金投资：{quote:1}。");
        var worded = Assert.Single(await host.Host.RepliesAsync(Talk.Message("总结一下第七条")));
        Assert.Equal("AIGeneratedContent", worded.GetProperty("entities")[0].GetProperty("additionalType")[0].GetString());
        model.Next = Script.Say("给予100万元：{quote:1}。");
        var rejected = Assert.Single(await host.Host.RepliesAsync(Talk.Message("总结一下第七条")));
        Assert.False(rejected.GetProperty("entities")[0].TryGetProperty("additionalType", out _));
    }

    [Fact]
    public async Task A_model_that_fails_shows_in_the_record_and_not_to_the_user()
    {
        await using var host = await AidedHost.StartAsync(model);
        model.Next = Script.Json(500, "{}");
        var answer = await host.Host.PostAsync("/api/ask", Question);
        Assert.Equal(200, answer.Status);
        Assert.False(answer.Json.GetProperty("generated").GetBoolean());
        Assert.Equal("failed:status-500", Of(answer.Json, "outcome"));
        Assert.Contains("要点如下（均为原文）", answer.Json.GetProperty("text").GetString()!, StringComparison.Ordinal);
        var figures = (await host.Host.GetAsync("/metrics")).Text;
        Assert.Matches("policy_assistant_model_failed[a-z_]*\\{[^}]*reason=\"status-5xx\"[^}]*\\} [1-9]", figures);
    }

    [Fact]
    public async Task Without_a_model_nothing_is_asked_and_nothing_is_noted()
    {
        var host = new BotHost([], services => services.AddSingleton<IAssistant, Assistant>());
        await host.InitializeAsync();
        var asked = model.Asked.Count;
        var answer = await host.PostAsync("/api/ask", Question);
        Assert.False(answer.Json.TryGetProperty("model", out _));
        Assert.Equal(asked, model.Asked.Count);
        Assert.Null(host.Services.GetService<Bot.LanguageModel.ModelAid>());
        await host.DisposeAsync();
    }

    [Theory]
    [InlineData("LanguageModel:Endpoint 应为 https", "Endpoint=http://example.com/v1")]
    [InlineData("LanguageModel:Endpoint 应为 https", "Endpoint=https://user:pass@example.com/v1")]
    [InlineData("LanguageModel:Endpoint 应为 https", "Endpoint=ftp://127.0.0.1/")]
    [InlineData("LanguageModel:Endpoint 应为 https", "Endpoint=example")]
    [InlineData("没有设置 LanguageModel:Endpoint", "Endpoint=")]
    [InlineData("LanguageModel:Model", "Model=")]
    [InlineData("LanguageModel:ApiKey", "ApiKey=a b")]
    [InlineData("LanguageModel:BudgetMilliseconds 应为 200 到 3500", "BudgetMilliseconds=60000")]
    [InlineData("LanguageModel:Concurrency", "Concurrency=0")]
    [InlineData("LanguageModel:OutputTokens", "OutputTokens=many")]
    [InlineData("LanguageModel:ResponseKiB", "ResponseKiB=-1")]
    [InlineData("LanguageModel:BreakerCalls", "BreakerCalls=1")]
    [InlineData("LanguageModel:BreakerSeconds", "BreakerSeconds=0")]
    public async Task A_wrong_setting_is_named_at_start_and_by_the_doctor(string said, string setting)
    {
        string[] settings = ["--LanguageModel:Endpoint=https://example.com/v1", "--LanguageModel:Model=m", "--LanguageModel:ApiKey=k", "--LanguageModel:" + setting];
        var fault = Assert.Throws<StartException>(() => BotApp.Build(settings, Parts.Default));
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
        var doctor = await CliRun.Of(["doctor", .. settings]);
        Assert.Equal(1, doctor.Exit);
        Assert.Contains("[错误] " + fault.Message, doctor.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_says_which_model_is_set_and_never_its_key()
    {
        var off = await CliRun.Of("doctor");
        Assert.Contains("[未用] 语言模型", off.Out, StringComparison.Ordinal);
        var on = await CliRun.Of("doctor", "--LanguageModel:Endpoint=https://example.com/v1", "--LanguageModel:Model=some-model", "--LanguageModel:ApiKey=sk-secret");
        Assert.Contains("[正常] 语言模型：some-model，服务地址 example.com", on.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-secret", on.Out + on.Error, StringComparison.Ordinal);
    }

    private static string? Of(JsonElement answer, string name) => answer.GetProperty("model").GetProperty(name).GetString();
}
