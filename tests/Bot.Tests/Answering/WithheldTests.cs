using System.Collections.Concurrent;
using Bot.Answering;
using Bot.Conversations;
using Bot.Hosting;
using Bot.Tests.Dialogues;
using Bot.Tests.Support;
using Calculators.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Answering;

/// <summary>An answer that the guard finds fault with is not sent.</summary>
public sealed class WithheldTests
{
    private const string Question = "我们有12座灯塔，灯塔补助能拿多少？";

    [Fact]
    public void The_refusal_is_sent_in_its_place_and_the_fault_is_reported()
    {
        var program = Talk.Composition;
        var result = new Dialogue(program.Documents, [new BareCeiling()], program.Search, program.Citations)
            .Respond(new Turn("test", "c", "", Question, new DateOnly(2022, 10, 1)), ConversationState.Empty, "a", "c");
        Assert.NotNull(result.Fault);
        Assert.Equal((AnswerKind.Refuse, "a"), (result.Answer.Kind, result.Answer.AnswerId));
        Assert.Empty(result.Answer.Citations);
        Assert.Empty(result.Answer.Awards);
        Assert.Null(result.Answer.Validity);
        Assert.DoesNotContain("100万", result.Answer.Text, StringComparison.Ordinal);
        // What was said is kept; what was concluded from it is not.
        Assert.Equal([Question], result.State.Turns);
        Assert.Null(result.State.Calculator);
    }

    [Fact]
    public async Task The_fault_is_logged_with_the_answer_id_and_without_the_question()
    {
        using var lines = new Lines();
        var host = new BotHost(
            [],
            services => services.AddSingleton<IAssistant, Assistant>().AddSingleton<ILoggerProvider>(lines),
            _ => new Parts(new Catalogue([.. Catalogue.Default.Calculators, new BareCeiling()]), FixedTime.FirstOctober));
        await host.InitializeAsync();
        try
        {
            var answer = (await host.PostAsync("/api/ask", $$"""{"text":"{{Question}}"}""")).Json;
            Assert.Equal("refuse", answer.GetProperty("kind").GetString());
            var line = Assert.Single(lines.Errors);
            Assert.Contains(answer.GetProperty("answerId").GetString()!, line, StringComparison.Ordinal);
            Assert.DoesNotContain("灯塔", line, StringComparison.Ordinal);
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> errors = new();

        internal IReadOnlyCollection<string> Errors => errors;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) errors.Enqueue(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}
