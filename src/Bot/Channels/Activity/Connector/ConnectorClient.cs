using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Bot.Channels.Activity.Security;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Bot.Channels.Activity.Connector;

/// <summary>Posts activities to the connector, patiently but never twice where it has answered.</summary>
internal sealed partial class ConnectorClient
{
    private const int LongestAnswer = 64 * 1024;
    private readonly ServiceHosts hosts;
    private readonly AccessTokens tokens;
    private readonly HttpClient http;
    private readonly ILogger<ConnectorClient> logger;
    private readonly TimeProvider time;

    // Made when something is first sent: an office without Teams loads none of it.
    private readonly Lazy<ResiliencePipeline<Sent>> pipeline;

    public ConnectorClient(ServiceHosts hosts, AccessTokens tokens, HttpClient http, RetryPace pace, TimeProvider time, ILogger<ConnectorClient> logger)
    {
        this.hosts = hosts;
        this.tokens = tokens;
        this.http = http;
        this.time = time;
        this.logger = logger;
        pipeline = new(() => Patiently(pace, time, logger));
    }

    private static ResiliencePipeline<Sent> Patiently(RetryPace pace, TimeProvider time, ILogger logger) => new ResiliencePipelineBuilder<Sent> { TimeProvider = time }
        .AddTimeout(pace.InAll)
        .AddRetry(new RetryStrategyOptions<Sent>
        {
            MaxRetryAttempts = pace.Tries - 1,
            ShouldHandle = outcome => ValueTask.FromResult(IsWorthAnotherTry(outcome.Outcome, pace)),
            DelayGenerator = attempt => ValueTask.FromResult<TimeSpan?>(pace.Delay(attempt.AttemptNumber, (attempt.Outcome.Result as Sent.Later)?.After)),
            OnRetry = attempt =>
            {
                Log.Again(logger, attempt.AttemptNumber + 1);
                return ValueTask.CompletedTask;
            },
        })
        .AddTimeout(pace.EachTry)
        .Build();

    /// <summary>Posts an activity, with the retries that the protocol allows.</summary>
    internal async Task<Sent> SendAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        try
        {
            return await pipeline.Value.ExecuteAsync(async token => await PostAsync(outgoing, token), cancellation);
        }
        catch (TimeoutRejectedException)
        {
            return new Sent.Later(null);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The program stops: the outbox keeps it.
            return new Sent.Later(null);
        }
    }

    /// <summary>Posts once: a typing sign is not worth more.</summary>
    internal async Task<Sent> TryOnceAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        try
        {
            return await PostAsync(outgoing, cancellation);
        }
        catch (OperationCanceledException)
        {
            // The answer is there, or the program stops: no sign is needed any more.
            return new Sent.Later(null);
        }
    }

    // Who asks for more time than there is gets it: the outbox waits that long.
    private static bool IsWorthAnotherTry(Outcome<Sent> outcome, RetryPace pace) =>
        outcome.Exception is TimeoutRejectedException || (outcome.Result is Sent.Later later && !(later.After >= pace.InAll));

    private async Task<Sent> PostAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        // Looked at here too, since what waits in the outbox was checked under the settings of its day.
        if (hosts.Find(outgoing.ServiceUrl) is not { } service) return new Sent.Refused(0);
        try
        {
            var token = await tokens.GetAsync(cancellation);
            var sent = await PostAsync(service, outgoing, token, cancellation);
            if (sent is not Sent.Refused { Status: 401 } || token is null) return sent;
            tokens.Drop(token);
            return await PostAsync(service, outgoing, await tokens.GetAsync(cancellation), cancellation);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TokenUnavailableException)
        {
            Log.Cut(logger, e.GetType().Name);
            return new Sent.Later(null);
        }
    }

    private async Task<Sent> PostAsync(Uri service, Outgoing outgoing, string? token, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Outgoing.Address(service, outgoing.ConversationId, outgoing.ReplyToId));
        request.Content = new StringContent(outgoing.Payload, Encoding.UTF8, "application/json");
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        var status = (int)response.StatusCode;
        if (status is >= 200 and < 300) return new Sent.Taken(await IdAsync(response, cancellation));
        if (status is 429 or 412 or >= 500) return new Sent.Later(RetryPace.After(response.Headers.RetryAfter, response.Headers.Date ?? time.GetUtcNow()));
        Log.Refused(logger, status);
        return new Sent.Refused(status);
    }

    // From here on it has been taken, whatever is wrong with the rest of the answer.
    private static async Task<string?> IdAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(LongestAnswer, cancellation);
            using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellation));
            return json.RootElement.ValueKind == JsonValueKind.Object ? Wire.ActivityFields.TextOf(json.RootElement, "id") : null;
        }
        catch (Exception e) when (e is JsonException or HttpRequestException or IOException or OperationCanceledException or InvalidOperationException)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A reply is posted again, try {Try} failed.")]
        internal static partial void Again(ILogger logger, int @try);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A reply could not be posted ({Fault}).")]
        internal static partial void Cut(ILogger logger, string fault);

        [LoggerMessage(Level = LogLevel.Error, Message = "The connector refused a reply with {Status}.")]
        internal static partial void Refused(ILogger logger, int status);
    }
}
