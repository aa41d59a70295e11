using Bot.Store.Records;

namespace Bot.Store;

/// <summary>What the office wants to know of all that is kept, counted by the database; nothing where the store is unavailable.</summary>
internal interface IOfficeFigures
{
    /// <summary>How many replies wait to be sent.</summary>
    Task<IReadOnlyList<OutboxLength>> OutboxLengthsAsync(CancellationToken cancellation);

    /// <summary>The answers since a time, by day, door and kind.</summary>
    Task<IReadOnlyList<UsageCount>> UsageAsync(DateTimeOffset since, CancellationToken cancellation);

    /// <summary>The ratings since a time, by day.</summary>
    Task<IReadOnlyList<RatingCount>> RatingsAsync(DateTimeOffset since, CancellationToken cancellation);
}
