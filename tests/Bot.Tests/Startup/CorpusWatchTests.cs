using Bot.Answering;
using Bot.Hosting;
using Bot.Tests.Channels.Activity.Support;
using Bot.Tests.Support;
using Calculators.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Startup;

/// <summary>A changed corpus is taken over while the program runs; one that cannot be trusted is refused.</summary>
public sealed class CorpusWatchTests : IAsyncLifetime
{
    private readonly string corpus = Directory.CreateTempSubdirectory("corpus-").FullName;
    private BotHost host = null!;

    public async Task InitializeAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "corpus"))) File.Copy(file, Path.Combine(corpus, Path.GetFileName(file)));
        host = new BotHost([$"--Corpus:Folder={corpus}", "--Corpus:ReloadSeconds=1"], services => services.AddSingleton<IAssistant, Assistant>(), _ => new Parts(Catalogue.Default, TimeProvider.System));
        await host.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        Directory.Delete(corpus, recursive: true);
    }

    [Fact]
    public async Task A_changed_clause_is_shown_and_found_without_a_restart()
    {
        Change("xunwu-51.md", "优化营商环境", "优化养蜂环境");

        Assert.True(await Until(async () => (await host.GetAsync("/api/clauses/xunwu-51/10")).Text.Contains("优化养蜂环境", StringComparison.Ordinal)));
        var hits = (await host.GetAsync($"/api/clauses?q={Uri.EscapeDataString("优化养蜂环境")}")).Json.GetProperty("hits");
        Assert.Equal("xunwu-51/10", hits[0].GetProperty("clause").GetString());
    }

    [Fact]
    public async Task A_clause_that_was_cited_before_is_cited_in_its_new_words()
    {
        var before = await CitedAsync();
        Change("xunwu-51.md", "县行政审批局、县市场监管局、县工信局等部门", "县养蜂局等部门");
        host.Services.GetRequiredService<Composition>().Reload();

        var after = await CitedAsync();
        Assert.Equal(before.Quote, after.Quote);
        Assert.Contains("县行政审批局", before.Clause, StringComparison.Ordinal);
        Assert.Contains("县养蜂局", after.Clause, StringComparison.Ordinal);

        async Task<(string Quote, string Clause)> CitedAsync()
        {
            var reply = Assert.Single(await host.RepliesAsync(Talk.Message("优化营商环境有什么措施？")));
            var appearance = reply.GetProperty("entities")[0].GetProperty("citation")[0].GetProperty("appearance");
            return (appearance.GetProperty("abstract").GetString()!, appearance.GetProperty("text").GetString()!);
        }
    }

    [Fact]
    public async Task A_corpus_that_contradicts_a_figure_is_refused_and_the_old_one_stays()
    {
        var composition = host.Services.GetRequiredService<Composition>();
        var before = composition.Current;
        Change("xunwu-51.md", "最高不超过50万元", "最高不超过60万元");

        Assert.ThrowsAny<Exception>(composition.Reload);
        Assert.Same(before, composition.Current);
        Assert.Contains("最高不超过50万元", (await host.GetAsync("/api/clauses/xunwu-51/3")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_goes_on_where_the_clause_spoken_of_is_no_more()
    {
        var composition = host.Services.GetRequiredService<Composition>();
        var first = composition.Dialogue.Respond(new("test", "c", "", "试点通知的附件是什么？", new(2025, 10, 20)), Conversations.ConversationState.Empty, "a", "c");
        Change("pilot-2025.md", ", annex]", "]");
        var file = Path.Combine(corpus, "pilot-2025.md");
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text[..text.IndexOf("## 附件", StringComparison.Ordinal)]);
        composition.Reload();

        var next = composition.Dialogue.Respond(new("test", "c", "", "看这一条的原文", new(2025, 10, 20)), first.State, "b", "c");
        Assert.Null(next.Fault);
    }

    [Fact]
    public async Task Nobody_who_asks_while_the_corpus_changes_waits_for_it_or_gets_half_of_it()
    {
        var composition = host.Services.GetRequiredService<Composition>();
        using var stop = new CancellationTokenSource();
        var asking = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var asked = 0;
            for (; !stop.IsCancellationRequested || asked == 0; asked++)
            {
                var clause = await host.GetAsync("/api/clauses/xunwu-51/10");
                Assert.Equal(200, clause.Status);
                // One wording or the other, in the heading and in the text alike.
                var (heading, text) = (clause.Json.GetProperty("heading").GetString()!, clause.Json.GetProperty("text").GetString()!);
                Assert.Equal(heading.Contains("养蜂", StringComparison.Ordinal), text.Contains("优化养蜂营商环境", StringComparison.Ordinal));
                Assert.Equal(200, (await host.GetAsync($"/api/clauses?q={Uri.EscapeDataString("优化环境")}")).Status);
            }

            return asked;
        })).ToArray();

        for (var change = 0; change < 5; change++)
        {
            var (old, now) = change % 2 == 0 ? ("", "养蜂") : ("养蜂", "");
            Change("xunwu-51.md", $"宽松的{old}创新环境", $"宽松的{now}创新环境");
            Change("xunwu-51.md", $"优化{old}营商环境", $"优化{now}营商环境");
            composition.Reload();
            Change("xunwu-51.md", "最高不超过50万元", "最高不超过60万元");
            Assert.ThrowsAny<Exception>(composition.Reload);
            Change("xunwu-51.md", "最高不超过60万元", "最高不超过50万元");
        }

        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(asking), asked => Assert.True(asked > 0));
        Assert.Contains("优化养蜂营商环境", (await host.GetAsync("/api/clauses/xunwu-51/10")).Text, StringComparison.Ordinal);
    }

    private void Change(string name, string from, string to)
    {
        var file = Path.Combine(corpus, name);
        var text = File.ReadAllText(file);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    private static async Task<bool> Until(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (await holds()) return true;
            await Task.Delay(100);
        }

        return false;
    }
}
