using Bot.Store.Databases;
using Bot.Store.Index;
using Bot.Store.Records;
using Microsoft.EntityFrameworkCore;

namespace Bot.Store;

/// <summary>Reads that are more than a lookup by key.</summary>
internal static class Queries
{
    internal static async Task<AnswerPage> AnswersAsync(StoreContext context, AnswerFilter filter, CancellationToken cancellation)
    {
        context.Database.SetCommandTimeout(StoreContext.ListSeconds);
        var rows = await Chosen(context, filter)
            .OrderByDescending(row => EF.Property<long>(row, StoreContext.Sequence))
            .Select(row => new { Row = row, Sequence = EF.Property<long>(row, StoreContext.Sequence) })
            .Take(filter.Most + 1)
            .ToListAsync(cancellation);
        var page = rows.Take(filter.Most).ToList();
        return new AnswerPage([.. page.Select(row => row.Row)], rows.Count > filter.Most ? page[^1].Sequence : null);
    }

    private static IQueryable<AnswerRecord> Chosen(StoreContext context, AnswerFilter filter)
    {
        IQueryable<AnswerRecord> rows = context.Answers;
        if (filter.Channel is { } channel)
            rows = rows.Where(row => row.Channel == channel);
        if (filter.ConversationId is { } conversation)
        {
            rows = rows.Where(row => row.ConversationId == conversation);
            if (filter.Channel is { } door && context.Database.IsSqlite())
            {
                var key = ConversationKey.Of(door, conversation);
                rows = rows.Where(row => context.ConversationTurns.Where(turn => turn.ConversationKey == key).Select(turn => turn.Seq).Contains(EF.Property<long>(row, StoreContext.Sequence)));
            }
        }

        if (filter.Before is { } before)
            rows = rows.Where(row => EF.Property<long>(row, StoreContext.Sequence) < before);
        var unhelpful = context.Feedback.Where(feedback => !feedback.Helpful).Select(feedback => feedback.AnswerId);
        return filter.Selection switch
        {
            AnswerSelection.Refused => rows.Where(row => row.Kind == "refuse"),
            AnswerSelection.Unhelpful => rows.Where(row => unhelpful.Contains(row.AnswerId)),
            AnswerSelection.RefusedOrUnhelpful => rows.Where(row => row.Kind == "refuse" || unhelpful.Contains(row.AnswerId)),
            _ => rows,
        };
    }
}
