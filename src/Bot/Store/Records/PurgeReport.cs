namespace Bot.Store.Records;

/// <summary>How many rows a purge removed.</summary>
/// <param name="Conversations">Conversations that fell silent.</param>
/// <param name="Answers">Answers past their time, their feedback with them.</param>
/// <param name="ProcessedMessages">Deliveries that will not be repeated any more.</param>
/// <param name="OutboxItems">Replies that were never sent in time.</param>
/// <param name="Accesses">Accesses of the desk past their time.</param>
internal sealed record PurgeReport(int Conversations, int Answers, int ProcessedMessages, int OutboxItems, int Accesses = 0);
