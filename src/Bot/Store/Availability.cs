using Bot.Store.Databases;
using Bot.Store.Schema;

namespace Bot.Store;

/// <summary>
/// Whether the database can be used, and the way back when it cannot: opens it at first use, closes and opens it again
/// on a timer after a fault, and looks now and then whether it still takes writes. Never throws for what the database does.
/// </summary>
internal sealed partial class Availability : IAsyncDisposable
{
    private readonly TimeProvider time;
    private readonly TimeSpan interval;
    private readonly ILogger<Availability> log;
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile StoreProblem? problem = StoreProblem.Starting;
    private volatile bool started;
    private volatile bool stopped;
    private ITimer? timer;

    internal Availability(
        Func<Action<StoreProblem, Exception>, IDatabase> create, TimeProvider time, TimeSpan interval, ILogger<Availability> log)
    {
        this.time = time;
        this.interval = interval;
        this.log = log;
        Database = create(Report);
    }

    internal IDatabase Database { get; }

    /// <summary>What is wrong at the moment; null where nothing is. Opens nothing.</summary>
    internal StoreProblem? Problem => problem;

    /// <summary>Opens at first use.</summary>
    /// <returns>Null where the database can be used, else what is wrong.</returns>
    internal async ValueTask<StoreProblem?> ProblemAsync()
    {
        if (!started)
            await StartAsync();
        return problem;
    }

    /// <summary>What a read finds; nothing where the database cannot be used.</summary>
    internal async Task<T> OrNothingAsync<T>(Func<Task<T>> read, T nothing)
    {
        if (await ProblemAsync() is not null)
            return nothing;
        try
        {
            return await read();
        }
        catch (Exception fault) when (Database.Judge(fault) is { } found)
        {
            Report(found, fault);
            return nothing;
        }
    }

    /// <summary>Opens the database and begins to watch over it.</summary>
    internal async Task StartAsync()
    {
        await turn.WaitAsync();
        try
        {
            if (started)
                return;
            await TryOpenAsync();
            timer = time.CreateTimer(_ => _ = LookAsync(), null, interval, interval);
            started = true;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Notes that the database is out of order; the timer sees to it.</summary>
    internal void Report(StoreProblem found, Exception cause)
    {
        if (problem != found)
            Log.Unavailable(log, found.Fault, cause);
        if (!stopped)
            problem = found;
    }

    /// <summary>Commits what is waiting and takes nothing more.</summary>
    public async ValueTask DisposeAsync()
    {
        await turn.WaitAsync();
        try
        {
            if (stopped)
                return;
            problem = StoreProblem.Stopping;
            started = stopped = true;
            if (timer is not null)
                await timer.DisposeAsync();
            await Database.CloseAsync();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Opens what is closed; asks what is open whether it still takes writes.</summary>
    internal async Task LookAsync()
    {
        // The look before has not ended: a second one would only wait for the same thing.
        if (!await turn.WaitAsync(TimeSpan.Zero))
            return;
        try
        {
            if (stopped)
                return;
            if (problem is null)
                await Database.WriteAsync((_, _) => Task.FromResult(true), CancellationToken.None);
            if (problem is null)
                return;
            await Database.CloseAsync();
            await TryOpenAsync();
        }
        catch (Exception fault)
        {
            // Nobody waits for a timer: what went wrong is kept as the store's state, and the next look tries again.
            Report((fault as StoreUnavailableException)?.Problem ?? Database.Judge(fault) ?? StoreProblem.Unreadable, fault);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task TryOpenAsync()
    {
        var before = problem;
        try
        {
            await Database.OpenAsync(CancellationToken.None);
            problem = null;
            Log.Opened(log, before?.Fault ?? StoreFault.Closed);
        }
        catch (SchemaTooNewException fault)
        {
            Report(StoreProblem.TooNew(fault.Found, fault.Known), fault);
        }
        catch (Exception fault)
        {
            // A start must not fail for the database, whatever is wrong with it.
            Report(Database.Judge(fault) ?? StoreProblem.Unreadable, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The database is open (before: {Fault})")]
        internal static partial void Opened(ILogger log, StoreFault fault);

        [LoggerMessage(LogLevel.Error, "The database is unavailable: {Fault}")]
        internal static partial void Unavailable(ILogger log, StoreFault fault, Exception cause);
    }
}
