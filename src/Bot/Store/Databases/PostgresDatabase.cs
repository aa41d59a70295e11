using Bot.Store.Records;
using Bot.Store.Schema;
using Bot.Store.Writing;
using Npgsql;

namespace Bot.Store.Databases;

/// <summary>PostgreSQL, shared by several instances. The server shares its syncs among sessions itself, so each write is its own transaction.</summary>
internal sealed class PostgresDatabase : IDatabase
{
    // Any number that other programs on the server are unlikely to lock on.
    private static readonly Statement LockSchema = new("SELECT pg_advisory_xact_lock(7205110001)");

    // As long as another instance may take for its migration before this one goes on without the database.
    private const int MigrationSeconds = 60;
    private const int MostAttempts = 3;
    private readonly IReadOnlyList<Migration> steps;
    private readonly Lazy<ContextPool> contexts;
    private readonly string connectionString;

    /// <param name="connectionString">As in the setting; shorter time limits are filled in where it names none.</param>
    /// <param name="steps">The migrations; all of them where null.</param>
    internal PostgresDatabase(string connectionString, IReadOnlyList<Migration>? steps = null)
    {
        this.steps = steps ?? Migration.All;
        this.connectionString = WithLimits(connectionString);
        // Only the office's lists need EF; no start and no turn waits for it.
        contexts = new(() => ContextPool.Postgres(this.connectionString));
    }

    /// <inheritdoc/>
    public bool ManyWriters => true;

    // Each write has a session of its own; who waits, waits at the server.
    /// <inheritdoc/>
    public int Waiting => 0;

    /// <inheritdoc/>
    public async Task OpenAsync(CancellationToken cancellation) =>
        await InTransactionAsync(
            async (session, token) =>
            {
                // Instances that start together would otherwise create the same tables.
                await session.ExecuteAsync(LockSchema, token);
                await Migrator.MigrateAsync(session, steps, step => step.Postgres, token);
                return await Migrator.WriteSettingAsync(session, "probe", "", token);
            },
            MigrationSeconds,
            cancellation);

    /// <inheritdoc/>
    public Task CloseAsync()
    {
        using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public StoreContext CreateContext() => contexts.Value.Create();

    /// <inheritdoc/>
    /// <remarks>Its delivery was claimed before the work, since other instances could have worked on it too.</remarks>
    public Task KeepAsync(KeptTurn turn, CancellationToken cancellation) => WriteAsync((session, token) => TurnWrites.SaveAsync(session, turn, token), cancellation);

    /// <inheritdoc/>
    public Task CompleteIndexAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<ConversationRecord?> FindConversationAsync(string channel, string conversationId, DateTimeOffset since, CancellationToken cancellation) =>
        ReadAsync((session, token) => TurnReads.FindConversationAsync(session, channel, conversationId, since, token), cancellation);

    /// <inheritdoc/>
    public async Task<T> ReadAsync<T>(Func<Session, CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellation);
        using var session = new Session(connection);
        return await read(session, cancellation);
    }

    /// <inheritdoc/>
    public async Task<T> WriteAsync<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await InTransactionAsync(work, null, cancellation);
            }
            catch (PostgresException fault) when (attempt < MostAttempts && PostgresFaults.IsCollision(fault))
            {
                // The server undid this one so that the other could go on; now it is this one's turn.
            }
        }
    }

    /// <inheritdoc/>
    public StoreProblem? Judge(Exception exception) => PostgresFaults.Judge(exception);

    /// <inheritdoc/>
    public bool IsConflict(Exception exception) => PostgresFaults.IsConflict(exception);

    private async Task<T> InTransactionAsync<T>(
        Func<Session, CancellationToken, Task<T>> work, int? timeoutSeconds, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        using var session = new Session(connection, timeoutSeconds);
        var result = await work(session, cancellation);
        await transaction.CommitAsync(cancellation);
        return result;
    }

    /// <summary>Fills in what the string does not say.</summary>
    internal static string WithLimits(string text)
    {
        var given = new NpgsqlConnectionStringBuilder(text);
        // ContainsKey tells which keywords there are, not which are set.
        if (!given.ShouldSerialize("Timeout"))
            given.Timeout = 2;
        if (!given.ShouldSerialize("Command Timeout"))
            given.CommandTimeout = 2;
        if (!given.ShouldSerialize("Max Auto Prepare"))
            given.MaxAutoPrepare = 32;
        return given.ConnectionString;
    }
}
