using System.Net;
using System.Text;
using Bot.Tests.Summaries;

namespace Bot.Tests.Privacy;

/// <summary>What is masked stays out of everything that is written, and the answer, its record and its summary agree.</summary>
public sealed class MaskedRecordsTests : IAsyncLifetime
{
    private static readonly string[] Secrets = ["13800138000", "11010519491231002X", "0797-2831234", "zhang@example.com"];
    private readonly SummaryHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task An_answer_its_record_its_summary_and_the_files_on_the_disk_hold_no_number_of_a_person()
    {
        await host.AskAsync("我是张三，电话13800138000，身份证11010519491231002X，我们是制造业企业，首次突破，能奖多少？", "m1", "2022-10-01");
        var id = await host.AskAsync("去年营收13800138000元，联系0797-2831234", "m1", "2022-10-01");
        using (var feedback = await host.SendAsync("/api/feedback", $$"""{"answerId":"{{id}}","helpful":false,"comment":"请回电13800138000或zhang@example.com"}"""))
        {
            Assert.Equal(HttpStatusCode.Created, feedback.StatusCode);
            Assert.Contains("请回电***********", await feedback.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var record = await host.Store.FindAnswerAsync(id, CancellationToken.None);
        Assert.Equal("去年营收13800138000元，联系****-*******", record!.Question);
        // The money stays, and the award with it.
        Assert.Equal("award", record.Kind);
        Assert.Contains("500000", record.Body, StringComparison.Ordinal);
        using var made = await host.SendAsync("/api/summaries", $$"""{"answerId":"{{id}}"}""");
        var summary = await made.Content.ReadAsByteArrayAsync();
        using var verified = await host.SendAsync("/api/verify", summary, "text/markdown");
        Assert.Contains("\"valid\":true", await verified.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var asked = await host.SendAsync("/api/summaries", """{"text":"我的电话13800138000，第三条给多少"}""");
        Assert.DoesNotContain("13800138000", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var written = Directory.GetFiles(host.Folder, "*", SearchOption.AllDirectories).Select(ReadShared).ToList();
        Assert.Contains(written, file => Holds(file, "去年营收"));
        foreach (var secret in Secrets.Except(["13800138000"])) Assert.DoesNotContain(written, file => Holds(file, secret));
        Assert.DoesNotContain(written, file => Holds(file, "电话13800138000"));
    }

    [Fact]
    public async Task A_bare_figure_that_was_asked_for_is_taken_as_money()
    {
        await host.AskAsync("我们是制造业企业，营收首次突破，能奖多少", "m2", "2022-10-01");
        var id = await host.AskAsync("13800138000", "m2", "2022-10-01");
        var record = await host.Store.FindAnswerAsync(id, CancellationToken.None);
        Assert.Equal(("award", "13800138000"), (record!.Kind, record.Question));
        await host.AskAsync("我们是制造业企业", "m3", "2022-10-01");
        Assert.Equal("***********", (await host.Store.FindAnswerAsync(await host.AskAsync("13800138000", "m4", "2022-10-01"), CancellationToken.None))!.Question);
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }

    private static bool Holds(byte[] file, string text) => file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}
