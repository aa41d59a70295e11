using Bot.Store.Records;

namespace Bot.Store.Writing;

/// <summary>Deletes what was found of one person, and keeps who looked.</summary>
internal static class PersonWrites
{
    private static readonly Statement DeleteMessage = new("DELETE FROM processed_messages WHERE channel = @channel AND message_id = @message");

    private static readonly Statement InsertAccess =
        new("INSERT INTO accesses (at, who, address, action, subject) VALUES (@at, @who, @address, @action, @subject)");

    internal static async Task DeleteAsync(Session session, PersonData found, CancellationToken cancellation)
    {
        foreach (var (channel, conversation) in found.Conversations.Select(c => (c.Channel, c.ConversationId)).Concat(found.Answers.Select(a => (a.Channel, a.ConversationId))).Distinct())
            await TurnWrites.ForgetAsync(session, channel, conversation, cancellation);
        foreach (var message in found.Messages) await session.ExecuteAsync(DeleteMessage, cancellation, message.Channel, message.MessageId);
        foreach (var reply in found.Replies) await OutboxWrites.RemoveAsync(session, reply.Id, cancellation);
    }

    internal static Task<int> AddAccessAsync(Session session, AccessRecord access, CancellationToken cancellation) =>
        session.ExecuteAsync(InsertAccess, cancellation, KeptTime.Of(access.At), access.Who, access.Address, access.Action, access.Subject);
}
