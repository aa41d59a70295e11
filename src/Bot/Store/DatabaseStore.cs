using Bot.Store.Databases;
using Bot.Store.Records;
using Bot.Store.Writing;
using Bot.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Store;

/// <summary>The store over a database: turns by the statements in Writing/, the office's lists by EF Core. No state is cached, since instances share it.</summary>
internal sealed partial class DatabaseStore(Availability availability, TimeProvider time, IOptions<StorageOptions> options) : IStore
{
    /// <inheritdoc/>
    public Task<ConversationRecord?> FindConversationAsync(string channel, string conversationId, CancellationToken cancellation)
    {
        var since = time.GetUtcNow() - TimeSpan.FromDays(options.Value.ConversationDays);
        return availability.OrNothingAsync(() => availability.Database.FindConversationAsync(channel, conversationId, since, cancellation), null);
    }

    /// <inheritdoc/>
    public Task SaveTurnAsync(KeptTurn turn, CancellationToken cancellation)
    {
        KeptText.Check(turn.AnswerId, turn.Channel, turn.ConversationId, turn.Kind, turn.Question, turn.CorpusVersion, turn.Delivery?.MessageId);
        return KeptAsync(() => availability.Database.KeepAsync(turn, cancellation));
    }

    /// <inheritdoc/>
    public Task<AnswerRecord?> FindAnswerAsync(string answerId, CancellationToken cancellation) =>
        ReadAsync<AnswerRecord?>(
            context => context.Answers.SingleOrDefaultAsync(row => row.AnswerId == answerId, cancellation), null);

    /// <inheritdoc/>
    public Task<AnswerPage> AnswersAsync(AnswerFilter filter, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(filter.Most, 1, nameof(filter));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(filter.Most, 500, nameof(filter));
        return ReadAsync(
            async context =>
            {
                if (filter.ConversationId is not null) await availability.Database.CompleteIndexAsync(cancellation);
                return await Queries.AnswersAsync(context, filter, cancellation);
            },
            new AnswerPage([], null));
    }

    /// <inheritdoc/>
    public async Task<bool> AddFeedbackAsync(string answerId, bool helpful, string? comment, CancellationToken cancellation)
    {
        KeptText.Check(answerId, comment);
        var at = time.GetUtcNow();
        var added = await WriteAsync(
            (session, token) => TurnWrites.AddFeedbackAsync(session, answerId, helpful, comment, at, token), cancellation);
        if (added)
            Figures.Rated(helpful);
        return added;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<FeedbackRecord>> FeedbackAsync(string answerId, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<FeedbackRecord>>(
            async context => await context.Feedback
                .Where(row => row.AnswerId == answerId).OrderBy(row => row.Id).ToListAsync(cancellation),
            []);

    /// <inheritdoc/>
    public Task<bool> ForgetConversationAsync(string channel, string conversationId, CancellationToken cancellation) =>
        WriteAsync((session, token) => TurnWrites.ForgetAsync(session, channel, conversationId, token), cancellation);

    /// <inheritdoc/>
    public async Task<PurgeReport> PurgeAsync(DateTimeOffset now, CancellationToken cancellation) => new(
        await PurgeAsync(PurgeWrites.States, now.AddDays(-options.Value.ConversationDays), cancellation),
        await PurgeAsync(PurgeWrites.Answers, now.AddDays(-options.Value.AnswerDays), cancellation),
        await PurgeAsync(PurgeWrites.ProcessedMessages, now.AddDays(-options.Value.ProcessedMessageDays), cancellation),
        await PurgeAsync(PurgeWrites.OutboxItems, now, cancellation),
        await PurgeAsync(PurgeWrites.Accesses, now.AddDays(-options.Value.AccessDays), cancellation));

    /// <inheritdoc/>
    public async Task<StoreProblem?> CheckAsync(CancellationToken cancellation)
    {
        try
        {
            await WriteAsync((_, _) => Task.FromResult(true), cancellation);
            return null;
        }
        catch (StoreUnavailableException fault)
        {
            return fault.Problem;
        }
    }

    private async Task<int> PurgeAsync(Statement bite, DateTimeOffset before, CancellationToken cancellation)
    {
        var (all, last) = (0, 0);
        do
        {
            last = await WriteAsync((session, token) => PurgeWrites.DeleteAsync(session, bite, before, token), cancellation);
            all += last;
        }
        while (last == PurgeWrites.Bite);
        return all;
    }

    private Task<T> ReadAsync<T>(Func<StoreContext, Task<T>> read, T nothing) => availability.OrNothingAsync(
        async () =>
        {
            await using var context = availability.Database.CreateContext();
            return await read(context);
        },
        nothing);

    private Task<T> ReadAsync<T>(Func<Session, CancellationToken, Task<T>> read, T nothing, CancellationToken cancellation) =>
        availability.OrNothingAsync(() => availability.Database.ReadAsync(read, cancellation), nothing);

    private async Task<T> WriteAsync<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        var result = default(T);
        await KeptAsync(async () => result = await availability.Database.WriteAsync(work, cancellation));
        return result!;
    }

    private async Task KeptAsync(Func<Task> write)
    {
        if (await availability.ProblemAsync() is { } problem)
            throw new StoreUnavailableException(problem);
        try
        {
            await write();
        }
        catch (Exception fault) when (availability.Database.IsConflict(fault))
        {
            throw new StoreConflictException(fault);
        }
        catch (Exception fault) when (availability.Database.Judge(fault) is { } found)
        {
            availability.Report(found, fault);
            throw new StoreUnavailableException(found, fault);
        }
    }
}
