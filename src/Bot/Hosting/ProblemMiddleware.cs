using Bot.Api;
using Bot.Store;

namespace Bot.Hosting;

/// <summary>Makes every error an RFC 9457 reply, and lets nothing of the program's inside out.</summary>
internal sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
{
    /// <summary>Runs the rest and answers for what went wrong there.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException e)
        {
            // Too large, too slow or cut short: Kestrel knows the status.
            await ReplyAsync(context, e.StatusCode, ProblemTitles.Detail(e.StatusCode));
        }
        catch (StoreUnavailableException e)
        {
            await ReplyAsync(context, e.Problem.Fault == StoreFault.Full ? StatusCodes.Status507InsufficientStorage : StatusCodes.Status503ServiceUnavailable, e.Problem.Reason);
        }
        catch (Exception e) when (context.RequestAborted.IsCancellationRequested && e is OperationCanceledException or IOException)
        {
            Log.Gone(log, context.TraceIdentifier);
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            Log.Failed(log, context.TraceIdentifier, e);
            await ReplyAsync(context, 500, ProblemTitles.Detail(500));
        }

        // Routing's 404 and 405 have no body yet.
        if (context.Response is { StatusCode: >= 400, HasStarted: false, ContentLength: null, ContentType: null } response)
            await ReplyAsync(context, response.StatusCode, ProblemTitles.Detail(response.StatusCode));
    }

    private static Task ReplyAsync(HttpContext context, int status, string detail) =>
        context.Response.HasStarted || context.RequestAborted.IsCancellationRequested
            ? Task.CompletedTask
            : new ProblemReply(status, detail).ExecuteAsync(context);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Request {Request}: the client went away.")]
        internal static partial void Gone(ILogger logger, string request);

        [LoggerMessage(LogLevel.Error, "Request {Request} failed.")]
        internal static partial void Failed(ILogger logger, string request, Exception fault);
    }
}
