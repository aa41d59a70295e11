using System.Text;
using Bot.Conversations;
using Bot.Store;
using Bot.Store.Records;

namespace Bot.Tests.Store.Support;

/// <summary>Records that are right in all but what a test says otherwise.</summary>
internal static class Sample
{
    internal static AnswerRecord Answer(string id, string conversation = "c1", string kind = "award") => new(
        id, "web", conversation, ShiftedTime.Start, new DateOnly(2025, 10, 1), kind, "能奖多少？", """{"text":"可获奖励50万元。"}""", "v1", "[]");

    internal static ConversationRecord Conversation(string id = "c1", string state = "{}") => new("web", id, state, ShiftedTime.Start);

    internal static OutboxItem Reply(string id, int dueInSeconds = 0) => new(
        id, "wechat", """{"to":"u"}""", """{"text":"好"}""", 0, ShiftedTime.Start.AddSeconds(dueInSeconds), ShiftedTime.Start.AddHours(24));

    internal static Task SaveAsync(this IStore store, string id, string conversation = "c1", string kind = "award") =>
        store.SaveTurnAsync(Answer(id, conversation, kind), Conversation(conversation), default);

    /// <summary>Keeps a turn as it is to be read back.</summary>
    internal static Task SaveTurnAsync(
        this IConversations store, AnswerRecord answer, ConversationRecord conversation, CancellationToken cancellation, DeliveryKey? delivery = null) =>
        store.SaveTurnAsync(Turn(answer, conversation.State) with { Delivery = delivery }, cancellation);

    internal static KeptTurn Turn(AnswerRecord answer, string state) => new(
        answer.AnswerId, answer.Channel, answer.ConversationId, answer.At, answer.AsOf, answer.Kind, answer.Question, Encoding.UTF8.GetBytes(answer.Body),
        answer.CorpusVersion, Encoding.UTF8.GetBytes(answer.Inputs), Encoding.UTF8.GetBytes(state));
}
