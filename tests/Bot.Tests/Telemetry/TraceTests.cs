using Bot.Hosting;
using Bot.Telemetry;
using Bot.Tests.Channels.WeChat;
using Bot.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Telemetry;

/// <summary>A trace follows a message through the steps, over the wire to a collector.</summary>
public sealed class TraceTests
{
    private const string Question = "我们张小满公司首次入围中国互联网百强，奖励多少？";
    private static readonly string[] Steps = ["normalise", "understand", "decide", "answer", "guard", "record", "render"];

    [Fact]
    public async Task A_trace_follows_a_message_through_every_step_on_every_channel_and_bears_nothing_of_it()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        Dictionary<string, string> traces = [];
        await using (var office = await Office.OpenAsync(real: true, settings: [$"--Telemetry:OtlpEndpoint={collector.Address}"]))
        {
            foreach (var (channel, sayAsync) in EveryChannel.Doors)
            {
                // The caller's own trace, as W3C has it.
                var trace = traces[channel] = Guid.NewGuid().ToString("N");
                office.Host.Client.DefaultRequestHeaders.Remove("traceparent");
                office.Host.Client.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-00f067aa0ba902b7-01");
                await sayAsync(office, Question);
            }

            await office.Host.GetAsync("/healthz");
        }

        foreach (var (channel, trace) in traces)
        {
            List<Span> spans = [.. collector.Spans.Where(s => s.Trace == trace)];
            var turn = Assert.Single(spans, s => s.Name == "turn");
            Assert.Equal((channel, "award"), (turn.Tags["channel"], turn.Tags["kind"]));
            var parent = Assert.Single(spans, s => s.Id == turn.Parent);
            Assert.Equal("00f067aa0ba902b7", parent.Parent);
            Assert.StartsWith("POST /", parent.Name, StringComparison.Ordinal);
            foreach (var step in Steps)
            {
                var span = Assert.Single(spans, s => s.Name == step);
                Assert.Equal(step == "render" ? turn.Parent : turn.Id, span.Parent);
            }

            if (channel is "wechat" or "wecom" or "activity:webchat") Assert.Contains(spans, s => s.Name == "deliver" && s.Parent == parent.Id);
        }

        foreach (var secret in (string[])["张小满", "互联网百强", EveryChannel.WebUser, "zhangsan", "op_jJNE", "127.0.0.1", "signature", "secret-app", "url.path"])
            Assert.All(collector.Raw, raw => Assert.DoesNotContain(secret, raw, StringComparison.Ordinal));
        Assert.DoesNotContain(collector.Spans, s => s.Name.Contains("healthz", StringComparison.Ordinal));
        Assert.Contains("policy_assistant.questions", collector.Metrics);
    }

    [Fact]
    public async Task Without_an_endpoint_nothing_is_made_that_could_listen()
    {
        var host = new BotHost();
        await host.InitializeAsync();
        Assert.Null(host.Services.GetService<OtlpTarget>());
        Assert.DoesNotContain(host.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>(), s => s is OtlpExport);
        await host.DisposeAsync();
    }

    [Theory]
    [InlineData("Telemetry:OtlpEndpoint", "collector:4318x", "Telemetry:OtlpEndpoint")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "ftp://collector", "OTEL_EXPORTER_OTLP_ENDPOINT")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json", "OTEL_EXPORTER_OTLP_PROTOCOL")]
    public void A_wrong_setting_is_named(string name, string value, string named)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318")]).AddInMemoryCollection([new(name, value)]).Build();
        Assert.Contains(named, Assert.Throws<StartException>(() => OtlpExport.Read(configuration)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_standard_variable_names_the_collector_and_ours_goes_before_it()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("OTEL_EXPORTER_OTLP_ENDPOINT", "http://a:1"), new("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")]).Build();
        Assert.Equal(("http://a:1/", "Grpc"), (OtlpExport.Read(settings)!.Address.AbsoluteUri, OtlpExport.Read(settings)!.Protocol.ToString()));
        settings["Telemetry:OtlpEndpoint"] = "http://b:2";
        Assert.Equal("http://b:2/", OtlpExport.Read(settings)!.Address.AbsoluteUri);
    }
}
