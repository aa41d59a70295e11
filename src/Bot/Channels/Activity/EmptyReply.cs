namespace Bot.Channels.Activity;

/// <summary>A status and nothing else, not even where errors have a body.</summary>
internal sealed class EmptyReply(int status) : IResult
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        // Says that the emptiness is meant.
        httpContext.Response.ContentLength = 0;
        return Task.CompletedTask;
    }
}
