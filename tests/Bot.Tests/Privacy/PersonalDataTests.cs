using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Bot.Hosting;
using Bot.Tests.Support;

namespace Bot.Tests.Privacy;

/// <summary>A person's right to see and to delete what is kept of them, by the desk and by the command line; and the record of who did so.</summary>
public sealed class PersonalDataTests : DeskSite
{
    // The program beside it purges by the real clock.
    private static readonly Parts Now = Parts.Default;

    [Fact]
    public async Task The_desk_hands_out_and_deletes_one_persons_data_and_every_look_is_on_record()
    {
        var mine = await AskAsync("第三条奖励多少？我的电话13800138000", "mine");
        var theirs = await AskAsync("第七条奖励多少？", "theirs");
        await SendAsync(HttpMethod.Post, "/api/feedback", $$"""{"answerId":"{{mine}}","helpful":true,"comment":"谢谢"}""", 201, signedIn: false);
        const string Body = """{"channel":"api","conversationId":"mine"}""";
        foreach (var path in new[] { "/api/privacy/export", "/api/privacy/delete" }) await SendAsync(HttpMethod.Post, path, Body, 401, signedIn: false);
        await SendAsync(HttpMethod.Get, "/api/desk/accesses", null, 401, signedIn: false);

        var data = await SendAsync(HttpMethod.Post, "/api/privacy/export", Body, 200);
        Assert.Equal("mine", data.GetProperty("conversations")[0].GetProperty("conversationId").GetString());
        var answer = Assert.Single(data.GetProperty("answers").EnumerateArray().ToList());
        Assert.Equal(mine, answer.GetProperty("answerId").GetString());
        Assert.Equal("第三条奖励多少？我的电话***********", answer.GetProperty("question").GetString());
        // What a model worded is labelled in exports too.
        Assert.False(answer.GetProperty("answer").GetProperty("generated").GetBoolean());
        Assert.Equal("谢谢", data.GetProperty("feedback")[0].GetProperty("comment").GetString());
        var deleted = (await SendAsync(HttpMethod.Post, "/api/privacy/delete", Body, 200)).GetProperty("deleted");
        Assert.Equal((1, 1, 1), (deleted.GetProperty("conversations").GetInt32(), deleted.GetProperty("answers").GetInt32(), deleted.GetProperty("feedback").GetInt32()));
        await SendAsync(HttpMethod.Post, "/api/privacy/export", Body, 404);
        await SendAsync(HttpMethod.Get, $"/api/answers/{mine}", null, 404, signedIn: false);
        await SendAsync(HttpMethod.Get, $"/api/answers/{theirs}", null, 200, signedIn: false);
        await SendAsync(HttpMethod.Get, $"/api/feedback?answerId={theirs}", null, 200);
        await SendAsync(HttpMethod.Get, "/api/desk/questions", null, 200);
        await SignInAsync();

        var accesses = (await SendAsync(HttpMethod.Get, "/api/desk/accesses", null, 200)).GetProperty("accesses").EnumerateArray().ToList();
        Assert.Equal(["accesses", "sign-in", "questions", "feedback", "export", "delete", "export"], accesses.Select(a => a.GetProperty("action").GetString()!));
        Assert.All(accesses, a => Assert.Equal(("secret", "127.0.0.1"), (a.GetProperty("who").GetString(), a.GetProperty("address").GetString())));
        Assert.Equal([theirs, "api/mine", "api/mine", "api/mine"], accesses.Skip(3).Select(a => a.GetProperty("subject").GetString()!));
    }

    [Theory]
    [InlineData("{}", "channel")]
    [InlineData("""{"channel":"api"}""", "conversationId")]
    [InlineData("""{"channel":"api","conversationId":"a","userId":"b"}""", "conversationId")]
    [InlineData("""{"channel":"wechat","userId":"o-1"}""", "account")]
    [InlineData("""{"channel":"api","conversationId":""}""", "conversationId")]
    [InlineData("""{"channel":"api","conversationId":"a","who":"b"}""", "who")]
    public async Task What_is_wrong_is_named(string body, string field)
    {
        foreach (var path in new[] { "/api/privacy/export", "/api/privacy/delete" })
            Assert.Equal(field, (await SendAsync(HttpMethod.Post, path, body, 400)).GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nbroken")]
    [InlineData("application/x-www-form-urlencoded", null)]
    public async Task A_sign_in_with_a_broken_form_is_a_400(string type, string? body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body ?? string.Concat(Enumerable.Range(0, 3000).Select(n => $"f{n}=1&"))));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var reply = await Client.PostAsync("/desk/sign-in", content);
        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_command_line_does_the_same_and_is_on_record_too()
    {
        string[] person = ["--channel", "cli", "--conversation", "c1", $"--Storage:Folder={Data}"];
        Assert.Equal(1, (await CliRun.Of(Now, ["privacy", "export", .. person])).Exit);
        Assert.Equal(0, (await CliRun.Of(Now, "ask", "第三条奖励多少", "--conversation", "c1", $"--Storage:Folder={Data}")).Exit);
        var export = await CliRun.Of(Now, ["privacy", "export", .. person]);
        Assert.Equal((0, "第三条奖励多少"), (export.Exit, export.Json.GetProperty("answers")[0].GetProperty("question").GetString()));
        Assert.Equal(1, (await CliRun.Of(Now, ["privacy", "delete", .. person])).Json.GetProperty("deleted").GetProperty("answers").GetInt32());
        Assert.Equal(1, (await CliRun.Of(Now, ["privacy", "export", .. person])).Exit);
        Assert.Contains("account", (await CliRun.Of(Now, "privacy", "export", "--channel", "wechat", "--user", "o-1", $"--Storage:Folder={Data}")).Wrong(), StringComparison.Ordinal);
        Assert.Contains("channel", (await CliRun.Of(Now, "privacy", "delete", "--channel", "", "--user", "o-1", $"--Storage:Folder={Data}")).Wrong(), StringComparison.Ordinal);
        var accesses = (await SendAsync(HttpMethod.Get, "/api/desk/accesses", null, 200)).GetProperty("accesses").EnumerateArray().ToList();
        Assert.Equal(4, accesses.Count(a => a.GetProperty("who").GetString() == "command-line" && a.GetProperty("subject").GetString() == "cli/c1"));
    }

    private async Task<string> AskAsync(string text, string conversation) =>
        (await SendAsync(HttpMethod.Post, "/api/ask", $$"""{"text":"{{text}}","conversationId":"{{conversation}}"}""", 200, signedIn: false)).GetProperty("answerId").GetString()!;

    private async Task SignInAsync()
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = Client.BaseAddress };
        using var reply = await browser.PostAsync("/desk/sign-in", new FormUrlEncodedContent([new("secret", Secret)]));
        Assert.Equal(HttpStatusCode.SeeOther, reply.StatusCode);
    }

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, string? body, int status, bool signedIn = true)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (signedIn) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
        using var reply = await Client.SendAsync(request);
        var text = await reply.Content.ReadAsStringAsync();
        Assert.True((int)reply.StatusCode == status, $"{path}: {reply.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement.Clone();
    }
}
