using Bot.Channels.Web;
using Bot.Hosting;
using Bot.Store;
using Bot.Store.Records;

namespace Bot.Privacy;

/// <summary>Notes who of the office saw, took out or deleted what users said.</summary>
internal sealed partial class AccessLog(IPersonalData store, DeskSession session, SignInWays ways, TimeProvider time, ILogger<AccessLog> log)
{
    /// <summary>Notes it before it is done.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be kept, so it must not be done.</exception>
    internal Task KeepAsync(HttpContext context, string action, string subject) => KeepAsync(context, Who(context), action, subject);

    /// <summary>Notes what can be seen without a store too; where nothing can be kept, the log of the program says that much.</summary>
    internal Task NoteAsync(HttpContext context, string action, string subject) => NoteAsync(context, Who(context), action, subject);

    /// <summary>Notes a sign-in, whose session the request does not bear yet.</summary>
    /// <param name="context">The request.</param>
    /// <param name="who">The account; null for whoever knew the secret.</param>
    internal Task SignedInAsync(HttpContext context, string? who) => NoteAsync(context, who ?? "secret", "sign-in", "");

    // Kept whoever goes away meanwhile; only the wait for it ends with the request.
    private Task KeepAsync(HttpContext context, string who, string action, string subject) =>
        store.AddAccessAsync(new AccessRecord(0, time.GetUtcNow(), who, RateLimits.Client(context), action, subject), CancellationToken.None).WaitAsync(context.RequestAborted);

    private async Task NoteAsync(HttpContext context, string who, string action, string subject)
    {
        try
        {
            await KeepAsync(context, who, action, subject);
        }
        catch (StoreUnavailableException)
        {
            Log.NotKept(log, action);
        }
    }

    private string Who(HttpContext context) => session.Find(context) is { } pass ? pass.Subject ?? "secret" : ways.HasSecret ? "secret" : "loopback";

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "An access of the desk ({Action}) could not be kept in its record")]
        internal static partial void NotKept(ILogger logger, string action);
    }
}
