namespace Bot.Store.Records;

/// <summary>How many answers of one kind left by one door on one day.</summary>
/// <param name="Day">Days since 1970 by the calendar of China.</param>
/// <param name="Channel">The door.</param>
/// <param name="Kind">The contract's word for the kind.</param>
/// <param name="Count">How many.</param>
internal sealed record UsageCount(long Day, string Channel, string Kind, int Count);

/// <summary>How many ratings came on one day.</summary>
/// <param name="Day">Days since 1970 by the calendar of China.</param>
/// <param name="Helpful">Which way.</param>
/// <param name="Count">How many.</param>
internal sealed record RatingCount(long Day, bool Helpful, int Count);
