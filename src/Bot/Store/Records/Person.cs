namespace Bot.Store.Records;

/// <summary>Which records are one person's.</summary>
/// <param name="Channel">The door.</param>
/// <param name="Conversation">Their conversation's name in the records.</param>
/// <param name="Like">Further conversations of theirs, as a LIKE pattern; empty where there are none.</param>
/// <param name="Target">Where their late replies go, as the outbox has it; empty where only the answer tells.</param>
internal sealed record Person(string Channel, string Conversation, string Like = "", string Target = "")
{
    /// <summary>How the record of accesses names them.</summary>
    internal string Subject => AccessRecord.SubjectOf(Channel, Conversation);
}

/// <summary>Everything that is kept of one person.</summary>
internal sealed record PersonData(
    IReadOnlyList<ConversationRecord> Conversations,
    IReadOnlyList<AnswerRecord> Answers,
    IReadOnlyList<FeedbackRecord> Feedback,
    IReadOnlyList<ProcessedMessage> Messages,
    IReadOnlyList<OutboxItem> Replies)
{
    /// <summary>Whether nothing is.</summary>
    internal bool IsEmpty => Conversations.Count + Answers.Count + Feedback.Count + Messages.Count + Replies.Count == 0;
}
