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
    internal Task<(ChatResponse? Response, string? Failure)> AskAsync(string instructions, string message, IList<AITool> tools, CancellationToken cancellation) =>
        RunAsync(async stop => await client.GetResponseAsync(Messages(instructions, message), Options(tools), stop), cancellation);

    /// <summary>Asks once and reads the reply as it comes.</summary>
    /// <param name="instructions">The prompt.</param>
    /// <param name="message">What it is about.</param>
    /// <param name="begun">The model is asked from now on.</param>
    /// <param name="take">Takes the next piece; false ends the call then and there, and whatever else would come is never read.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How it ended, without a reason where it was ended here; or in a word why there was no whole reply.</returns>
    /// <exception cref="OperationCanceledException">The caller no longer wants to know.</exception>
    internal Task<(ChatResponse? Response, string? Failure)> StreamAsync(string instructions, string message, Action begun, Func<string, bool> take, CancellationToken cancellation) =>
        RunAsync(
            async stop =>
            {
                begun();
                ChatFinishReason? finish = null;
                await foreach (var update in client.GetStreamingResponseAsync(Messages(instructions, message), Options([]), stop))
                {
                    if (update.Text.Length > 0 && !take(update.Text)) return new ChatResponse();
                    finish = update.FinishReason ?? finish;
                }

                return new ChatResponse { FinishReason = finish ?? throw new TruncatedReplyException() };
            },
            cancellation);

    public void Dispose()
    {
        limiter.Dispose();
        client.Dispose();
    }

    private async Task<(ChatResponse? Response, string? Failure)> RunAsync(Func<CancellationToken, ValueTask<ChatResponse>> call, CancellationToken cancellation)
    {
        using var lease = limiter.AttemptAcquire();
        if (!lease.IsAcquired) return (null, "busy");
        try
        {
            return (await pipeline.ExecuteAsync(static (call, stop) => call(stop), call, cancellation), null);
        }
        // Whatever another program sends or does not send, the user gets the answer that needs no model; the reason is counted.
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            return (null, Reason(e));
        }
    }

    private static ChatMessage[] Messages(string instructions, string message) => [new(ChatRole.System, instructions), new(ChatRole.User, message)];

    private ChatOptions Options(IList<AITool> tools) => new() { Tools = tools, MaxOutputTokens = outputTokens, Temperature = 0 };

    private static string Reason(Exception failure) => failure switch
    {
        TimeoutRejectedException => "timeout",
        BrokenCircuitException => "breaker-open",
        ClientResultException { Status: >= 400 and var status } => "status-" + status.ToString(CultureInfo.InvariantCulture),
        TruncatedReplyException => "truncated",
        _ when Chain(failure).Any(e => e is ResponseTooLongException) => "too-long",
        _ when Chain(failure).Any(e => e is HttpRequestException or IOException) => "unreachable",
        _ => "unreadable",
    };

    private static IEnumerable<Exception> Chain(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException) yield return failure;
    }
}

/// <summary>A reply that came piece by piece stopped without an end.</summary>
internal sealed class TruncatedReplyException() : IOException("The reply has no end.");
