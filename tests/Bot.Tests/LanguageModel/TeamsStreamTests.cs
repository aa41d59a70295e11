using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Tests.Channels.Activity.Support;
using Bot.Tests.LanguageModel.Support;
using Bot.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.LanguageModel;

/// <summary>An answer that a model words, in Teams while it forms: the protocol's order and pace, and one ordinary message where it is refused.</summary>
public sealed class TeamsStreamTests(ModelStandIn model) : IClassFixture<ModelStandIn>, IAsyncLifetime
{
    private const string Question = "总结一下第七条";
    private readonly StandIn standIn = new();
    private Paced program = null!;

    public async Task InitializeAsync()
    {
        await standIn.InitializeAsync();
        program = await Paced.StartAsync(model, standIn.Settings);
    }

    public async Task DisposeAsync()
    {
        await program.DisposeAsync();
        await standIn.DisposeAsync();
    }

    [Fact]
    public async Task A_checked_sentence_is_shown_before_the_end_and_the_answer_closes_the_stream()
    {
        var phrases = new Phrases();
        model.Next = phrases.Script;
        await SayAsync();
        await program.UntilAsync(() => !standIn.Posts.IsEmpty);
        phrases.Say("对于数字经济股权基金投资：{quote:1}。");
        await program.UntilAsync(() => standIn.Posts.Count == 2);
        Assert.False(phrases.Cut.IsCompleted);
        phrases.End();
        await program.UntilAsync(() => standIn.Posts.Count == 3);

        var posts = standIn.Posts.ToList();
        Assert.Equal(["typing", "typing", "message"], posts.Select(p => p.Activity.GetProperty("type").GetString()));
        var infos = posts.Select(Info).ToList();
        Assert.Equal(["informative", "streaming", "final"], infos.Select(i => i.GetProperty("streamType").GetString()));
        Assert.Equal([1, 2], infos.SkipLast(1).Select(i => i.GetProperty("streamSequence").GetInt32()));
        Assert.False(infos[2].TryGetProperty("streamSequence", out _));
        Assert.Equal(["m1", "m1"], infos.Skip(1).Select(i => i.GetProperty("streamId").GetString()));
        Assert.InRange(posts[0].Text.Length, 1, 1000);
        Assert.Contains("5%给予企业最高不超过100万元", posts[1].Text, StringComparison.Ordinal);

        // The label and the citations stand on the last alone, one root entity as ever.
        var entities = posts[2].Activity.GetProperty("entities").EnumerateArray().ToList();
        var root = Assert.Single(entities, e => e.TryGetProperty("@type", out _));
        Assert.Equal("AIGeneratedContent", root.GetProperty("additionalType")[0].GetString());
        Assert.Equal(1, root.GetProperty("citation").GetArrayLength());
        Assert.All(posts.SkipLast(1), p => Assert.Single(p.Activity.GetProperty("entities").EnumerateArray()));
        var judged = await JudgeAsync(posts.Select(p => p.Activity));
        Assert.True(judged.Count == 1, string.Join('\n', judged));
    }

    [Fact]
    public async Task A_text_that_is_rejected_is_replaced_by_the_answer_that_closes_the_stream()
    {
        var phrases = new Phrases();
        model.Next = phrases.Script;
        await SayAsync();
        await program.UntilAsync(() => !standIn.Posts.IsEmpty);
        phrases.Say("对于数字经济股权基金投资：{quote:1}。保证");
        await program.UntilAsync(() => standIn.Posts.Any(p => p.Activity.GetProperty("type").GetString() == "message"));
        var last = standIn.Posts.Last();
        Assert.Equal("final", Info(last).GetProperty("streamType").GetString());
        Assert.Contains("要点如下（均为原文）", last.Text, StringComparison.Ordinal);
        Assert.False(last.Activity.GetProperty("entities")[0].TryGetProperty("additionalType", out _));
        Assert.All(standIn.Posts, p => Assert.DoesNotContain("保证", p.Text, StringComparison.Ordinal));
        phrases.End();
    }

    [Theory]
    [InlineData("informative")]
    [InlineData("streaming")]
    [InlineData("final")]
    public async Task Where_the_channel_refuses_a_stream_there_is_one_ordinary_message(string refused)
    {
        standIn.Script = (post, _) => Task.FromResult<IResult?>(Type(post) == refused
            ? Results.Json(new { error = new { code = "ContentStreamNotAllowed", message = "no" } }, statusCode: 403)
            : null);
        var phrases = new Phrases();
        model.Next = phrases.Script;
        await SayAsync();
        await program.UntilAsync(() => !standIn.Posts.IsEmpty);
        phrases.Say("对于数字经济股权基金投资：{quote:1}。");
        if (refused == "streaming") await program.UntilAsync(() => standIn.Posts.Count == 2);
        phrases.End();
        await program.UntilAsync(() => standIn.Posts.Any(p => p.Activity.GetProperty("type").GetString() == "message" && Type(p) is null));
        var message = Assert.Single(standIn.Posts, p => p.Activity.GetProperty("type").GetString() == "message" && Type(p) is null);
        Assert.Contains("由语言模型组织文字", message.Text, StringComparison.Ordinal);
        Assert.Single(standIn.Posts, p => Type(p) == refused);
    }

    [Fact]
    public async Task A_model_that_fails_at_once_opens_no_stream()
    {
        model.Next = Script.Json(401, "{}");
        await SayAsync();
        await program.UntilAsync(() => !standIn.Posts.IsEmpty);
        var only = Assert.Single(standIn.Posts);
        Assert.Contains("要点如下（均为原文）", only.Text, StringComparison.Ordinal);
        Assert.Null(Type(only));
    }

    [Theory]
    [InlineData("msteams", "groupChat", Question)]
    [InlineData("webchat", "personal", Question)]
    [InlineData("msteams", "personal", "听说第七条是10%对吧")]
    [InlineData("msteams", "personal", "我们拉来了一笔钱")]
    public async Task Elsewhere_and_for_other_answers_there_is_one_message_and_nothing_else(string channel, string conversationType, string question)
    {
        model.Next = Script.Say("对于数字经济股权基金投资：{quote:1}。");
        await SayAsync(channel, conversationType, question);
        await program.UntilAsync(() => !standIn.Posts.IsEmpty);
        await Task.Delay(200);
        var only = Assert.Single(standIn.Posts);
        Assert.Equal("message", only.Activity.GetProperty("type").GetString());
        Assert.Null(Type(only));
    }

    private static JsonElement Info(Post post) => post.Activity.GetProperty("entities").EnumerateArray().Single(e => e.GetProperty("type").GetString() == "streaminfo");

    private static string? Type(Post post) => post.Activity.TryGetProperty("entities", out var entities)
        ? entities.EnumerateArray().Where(e => e.GetProperty("type").GetString() == "streaminfo").Select(e => e.GetProperty("streamType").GetString()).FirstOrDefault()
        : null;

    // By the vendors' own types.
    private static async Task<List<JsonElement>> JudgeAsync(IEnumerable<JsonElement> activities)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(file, activities.Select((body, i) => JsonSerializer.Serialize(new { name = $"{i}", kind = "activity", body })));
        var verdict = await NodePeer.RunAsync("bot-schema", "judge.js", file);
        File.Delete(file);
        return verdict;
    }

    private async Task SayAsync(string channel = "msteams", string conversationType = "personal", string question = Question)
    {
        var message = Talk.Message(question, channel, expectReplies: false).With("serviceUrl", standIn.Url)
            .With("conversation", new JsonObject { ["id"] = "a:conversation", ["conversationType"] = conversationType, ["tenantId"] = "t" });
        var reply = program.Host.SendAsync(message, $"Bearer {Token.OfChannel(standIn, program.Time.GetUtcNow(), standIn.Url)}");
        // The response may wait for the answer; time passes meanwhile.
        _ = await Task.WhenAny(reply, Task.Delay(500));
    }
}
