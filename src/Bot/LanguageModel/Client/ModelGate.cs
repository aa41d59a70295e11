using System.ClientModel;
using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Bot.LanguageModel.Client;

/// <summary>The only way to the model: within the budget, so many at once, and not while it keeps failing. Never tried twice.</summary>
internal sealed class ModelGate : IDisposable
{
    private static readonly TimeSpan Sampling = TimeSpan.FromSeconds(30);

    private readonly IChatClient client;
    private readonly ConcurrencyLimiter limiter;
    private readonly ResiliencePipeline<ChatResponse> pipeline;
    private readonly int outputTokens;

    internal ModelGate(IChatClient client, ModelOptions options, TimeProvider time)
    {
        this.client = client;
        outputTokens = options.OutputTokens;
        // Whoever comes too late does without the model rather than wait.
        limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = options.Concurrency, QueueLimit = 0 });
        pipeline = new ResiliencePipelineBuilder<ChatResponse> { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<ChatResponse>
            {
                FailureRatio = 0.5,
                MinimumThroughput = options.BreakerCalls,
                SamplingDuration = Sampling,
                BreakDuration = options.BreakerPause,
                ShouldHandle = static call => new ValueTask<bool>(call.Outcome.Exception is not (null or OperationCanceledException)),
            })
            .AddTimeout(new TimeoutStrategyOptions { Timeout = options.Budget })
            .Build();
    }

    /// <summary>Asks once.</summary>
    /// <returns>What the model said, or in a word why it said nothing.</returns>
    /// <exception cref="OperationCanceledException">The caller no longer wants to know.</exception>
    internal async Task<(ChatResponse? Response, string? Failure)> AskAsync(string instructions, string message, IList<AITool> tools, CancellationToken cancellation)
    {
        using var lease = limiter.AttemptAcquire();
        if (!lease.IsAcquired) return (null, "busy");
        var options = new ChatOptions { Tools = tools, MaxOutputTokens = outputTokens, Temperature = 0 };
        ChatMessage[] messages = [new(ChatRole.System, instructions), new(ChatRole.User, message)];
        try
        {
            return (await pipeline.ExecuteAsync(
                static async (call, stop) => await call.client.GetResponseAsync(call.messages, call.options, stop),
                (client, messages, options),
                cancellation), null);
        }
        // Whatever another program sends or does not send, the user gets the answer that needs no model; the reason is counted.
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            return (null, Reason(e));
        }
    }

    public void Dispose()
    {
        limiter.Dispose();
        client.Dispose();
    }

    private static string Reason(Exception failure) => failure switch
    {
        TimeoutRejectedException => "timeout",
        BrokenCircuitException => "breaker-open",
        ClientResultException { Status: >= 400 and var status } => "status-" + status.ToString(CultureInfo.InvariantCulture),
        _ when Chain(failure).Any(e => e is ResponseTooLongException) => "too-long",
        _ when Chain(failure).Any(e => e is HttpRequestException or IOException) => "unreachable",
        _ => "unreadable",
    };

    private static IEnumerable<Exception> Chain(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException) yield return failure;
    }
}
