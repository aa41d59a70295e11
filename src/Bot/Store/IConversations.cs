using Bot.Store.Records;

namespace Bot.Store;

/// <summary>What a dialogue needs of the store.</summary>
internal interface IConversations
{
    /// <summary>Finds a conversation that has not expired.</summary>
    Task<ConversationRecord?> FindConversationAsync(string channel, string conversationId, CancellationToken cancellation);

    /// <summary>Keeps an answer and the conversation after it, both or neither. Its JSON was written by this program and is not looked through.</summary>
    /// <exception cref="StoreConflictException">The answer's id is taken.</exception>
    /// <exception cref="RepeatedDeliveryException">The delivery that it answers was answered before; neither is kept.</exception>
    Task SaveTurnAsync(KeptTurn turn, CancellationToken cancellation);
}
