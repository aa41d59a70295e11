using Bot.Store.Records;
using Bot.Store.Writing;

namespace Bot.Store.Databases;

/// <summary>SQLite or PostgreSQL, as far as they differ.</summary>
internal interface IDatabase
{
    /// <summary>Whether writers may meet on the same rows; one writer at a time needs no row locks.</summary>
    bool ManyWriters { get; }

    /// <summary>How many writes wait in this process for their commit.</summary>
    int Waiting { get; }

    /// <summary>Connects, checks, brings the schema up to date and proves that it can be written. Throws what the driver throws.</summary>
    Task OpenAsync(CancellationToken cancellation);

    /// <summary>Commits what is waiting and lets go of everything; may be opened again.</summary>
    Task CloseAsync();

    /// <summary>A context for reading; the caller disposes of it.</summary>
    StoreContext CreateContext();

    /// <summary>Reads by prepared statements, outside any transaction.</summary>
    Task<T> ReadAsync<T>(Func<Session, CancellationToken, Task<T>> read, CancellationToken cancellation);

    /// <summary>Runs one unit of work in a transaction; durable when the task ends. The work may be run twice, the first time undone.</summary>
    Task<T> WriteAsync<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellation);

    /// <summary>Keeps a turn, as <see cref="IConversations.SaveTurnAsync"/> says; durable when the task ends.</summary>
    Task KeepAsync(KeptTurn turn, CancellationToken cancellation);

    /// <summary>Sees to it that all answers of this moment are found by their conversation in a list.</summary>
    Task CompleteIndexAsync(CancellationToken cancellation);

    /// <summary>A conversation that was spoken in since a time.</summary>
    Task<ConversationRecord?> FindConversationAsync(string channel, string conversationId, DateTimeOffset since, CancellationToken cancellation);

    /// <summary>Whether an exception means that the database is out of order.</summary>
    /// <returns>Null where it is the statement's own fault.</returns>
    StoreProblem? Judge(Exception exception);

    /// <summary>Whether an exception means that the record contradicts what is kept.</summary>
    bool IsConflict(Exception exception);
}
