namespace Bot.Store.Records;

/// <summary>That somebody of the office saw, took out or deleted what users said.</summary>
/// <param name="Id">Grows with each access; 0 before it is kept.</param>
/// <param name="At">When, to the millisecond.</param>
/// <param name="Who">The account at the provider, or how else the desk was entered: <c>secret</c>, <c>loopback</c>, <c>command-line</c>.</param>
/// <param name="Address">Where from; empty on the command line.</param>
/// <param name="Action">What was done: <c>sign-in</c>, <c>questions</c>, <c>export</c>, …</param>
/// <param name="Subject">Whose or which: an answer's id, a conversation's name in the records; empty where it is about nobody.</param>
internal sealed record AccessRecord(long Id, DateTimeOffset At, string Who, string Address, string Action, string Subject)
{
    /// <summary>The action of a deletion; its subject is <see cref="SubjectOf"/>.</summary>
    internal const string Delete = "delete";

    /// <summary>How a person's records are named as a subject.</summary>
    internal static string SubjectOf(string channel, string conversation) => $"{channel}/{conversation}";
}

/// <summary>A page of accesses, the newest first.</summary>
/// <param name="Accesses">The accesses.</param>
/// <param name="Next">Where the next page begins; null where there is none.</param>
internal sealed record AccessPage(IReadOnlyList<AccessRecord> Accesses, long? Next);
