using System.Text;
using Bot.Store;
using Bot.Store.Records;

namespace Bot.Cli;

/// <summary>The store behind <c>ask</c>: where it keeps nothing, the conversation goes on from memory and the user is told once.</summary>
internal sealed class CliConversations(IConversations store, TextWriter error) : IConversations
{
    private ConversationRecord? latest;
    private bool told;

    /// <inheritdoc />
    public async Task<ConversationRecord?> FindConversationAsync(string channel, string conversationId, CancellationToken cancellation) =>
        latest is not null && (latest.Channel, latest.ConversationId) == (channel, conversationId)
            ? latest
            : await store.FindConversationAsync(channel, conversationId, cancellation);

    /// <inheritdoc />
    public async Task SaveTurnAsync(KeptTurn turn, CancellationToken cancellation)
    {
        latest = new ConversationRecord(turn.Channel, turn.ConversationId, Encoding.UTF8.GetString(turn.State.Span), turn.At);
        try
        {
            await store.SaveTurnAsync(turn, cancellation);
        }
        catch (StoreUnavailableException e) when (!told)
        {
            told = true;
            error.WriteLine($"提示：本次问答没有保存。{e.Problem.Reason}");
            throw;
        }
    }
}
