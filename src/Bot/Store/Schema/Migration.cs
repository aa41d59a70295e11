namespace Bot.Store.Schema;

/// <summary>One step of the schema, forward only; what was released is never edited.</summary>
/// <param name="Number">1, 2, 3, …; the schema's version after it.</param>
/// <param name="Sqlite">The step for SQLite; one or more statements.</param>
/// <param name="Postgres">The same for PostgreSQL.</param>
internal sealed record Migration(int Number, string Sqlite, string Postgres)
{
    /// <summary>All steps in their order.</summary>
    internal static readonly IReadOnlyList<Migration> All = [Migration0001Answers.Step, Migration0002Deliveries.Step, Migration0003AccessTokens.Step, Migration0004Accesses.Step, Migration0005Usage.Step, Migration0006States.Step, Migration0007ConversationTurns.Step];
}
