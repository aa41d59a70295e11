using System.Net.Http.Json;
using System.Text.Json;
using Bot.Tests.Store.Support;
using Bot.Tests.Support;

namespace Bot.Tests.Telemetry;

/// <summary>What the real program shows under /metrics after some talk.</summary>
public sealed class MetricsTests
{
    [Fact]
    public async Task The_figures_tell_what_was_asked_answered_rated_and_refused()
    {
        using var folder = new DataFolder();
        await using var program = await ServedProgram.StartAsync(folder.Path);
        var award = await program.AskAsync("首次入围中国互联网百强，奖励多少？");
        await program.AskAsync("附近哪家饭馆好吃？");
        using (var rated = await program.Client.PostAsJsonAsync("/api/feedback", new { answerId = award.GetProperty("answerId").GetString(), helpful = true })) Assert.Equal(201, (int)rated.StatusCode);
        using (var absent = await program.Client.GetAsync("/api/clauses/xunwu-51/99?q=谁问的")) Assert.Equal(404, (int)absent.StatusCode);

        using var reply = await program.Client.GetAsync("/metrics");
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", reply.Content.Headers.ContentType!.ToString());
        var text = await reply.Content.ReadAsStringAsync();
        var families = ExpositionParser.Parse(text);

        Assert.Equal(1, Value(families, "policy_assistant_questions_total", ("channel", "api"), ("kind", "award")));
        Assert.Equal(1, Value(families, "policy_assistant_questions_total", ("channel", "api"), ("kind", "refuse")));
        Assert.Equal(2, families["policy_assistant_turn_duration_seconds"].Samples.Single(s => s.Name.EndsWith("_count", StringComparison.Ordinal) && s.Labels["channel"] == "api").Value);
        Assert.Equal(1, Value(families, "policy_assistant_feedback_total", ("helpful", "true")));
        Assert.Equal(0, Value(families, "policy_assistant_feedback_total", ("helpful", "false")));
        Assert.Equal(0, Value(families, "policy_assistant_answers_withheld_total"));
        Assert.Equal(1, Value(families, "policy_assistant_store_available"));
        Assert.Equal(0, Value(families, "policy_assistant_store_writes_waiting"));
        Assert.Equal(1, Value(families, "policy_assistant_index_ready"));
        Assert.InRange(Value(families, "policy_assistant_index_clauses"), 30, 1000);
        Assert.Equal(2, Value(families, "policy_assistant_corpus_documents"));
        Assert.NotEmpty(families["policy_assistant_corpus_info"].Samples[0].Labels["version"]);
        Assert.InRange(Value(families, "process_resident_memory_bytes"), 10e6, 4e9);
        Assert.Contains(families.Keys, k => k.StartsWith("dotnet_gc_collections", StringComparison.Ordinal));
        Assert.Contains(families["http_server_request_duration_seconds"].Samples, s => s.Name.EndsWith("_count", StringComparison.Ordinal)
            && s.Labels["http_route"] == "/api/clauses/{document}/{number}" && s.Labels["http_response_status_code"] == "404" && s.Value == 1);
        // Figures alone: nothing of what was said, and no id of an answer.
        Assert.DoesNotContain(text, c => c >= '\u4e00');
        Assert.DoesNotContain(award.GetProperty("answerId").GetString()!, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_store_the_figures_say_so_and_count_what_was_not_kept()
    {
        // A file where the folder should be: nothing can be created there, not even by root.
        var file = Path.GetTempFileName();
        await using var program = await ServedProgram.StartAsync($"{file}/data");
        await program.AskAsync("第七条写了什么？");

        var families = ExpositionParser.Parse(await program.Client.GetStringAsync("/metrics"));
        Assert.Equal(0, Value(families, "policy_assistant_store_available"));
        Assert.Equal(1, Value(families, "policy_assistant_answers_not_kept_total"));
        using var ready = await program.Client.GetAsync("/readyz");
        Assert.Equal(503, (int)ready.StatusCode);
        Assert.Equal("degraded", (await ready.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString());
        File.Delete(file);
    }

    private static double Value(IReadOnlyDictionary<string, MetricFamily> families, string name, params (string Name, string Value)[] labels) =>
        families[name].Samples.Single(s => s.Labels.Count == labels.Length && labels.All(l => s.Labels[l.Name] == l.Value)).Value;
}
