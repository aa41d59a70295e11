namespace Bot.Store.Records;

/// <summary>Which answers the office looks at.</summary>
internal enum AnswerSelection
{
    /// <summary>Every answer.</summary>
    All,

    /// <summary>Those that the documents did not cover.</summary>
    Refused,

    /// <summary>Those that at least one user found unhelpful.</summary>
    Unhelpful,

    /// <summary>Those that are one or the other: what is worth a look.</summary>
    RefusedOrUnhelpful,
}

/// <summary>What a page of answers is chosen by; what is null does not restrict.</summary>
/// <param name="Selection">Which answers.</param>
/// <param name="Channel">Only this channel.</param>
/// <param name="ConversationId">Only this conversation; with <paramref name="Channel"/> it is what one user gets exported.</param>
/// <param name="Before">The <see cref="AnswerPage.Next"/> of the page before.</param>
/// <param name="Most">Answers a page, 1 to 500.</param>
internal sealed record AnswerFilter(
    AnswerSelection Selection = AnswerSelection.All,
    string? Channel = null,
    string? ConversationId = null,
    long? Before = null,
    int Most = 50);

/// <summary>A page of answers, the newest first.</summary>
/// <param name="Answers">The answers.</param>
/// <param name="Next">Where the next page begins; null where there is none.</param>
internal sealed record AnswerPage(IReadOnlyList<AnswerRecord> Answers, long? Next);
