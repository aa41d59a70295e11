namespace Bot.Store.Writing;

/// <summary>A statement on the answers of one conversation, <c>@channel</c> and <c>@conversation</c>, as each database finds them.</summary>
/// <param name="before">The statement up to its <c>WHERE</c>.</param>
/// <param name="after">What follows the condition.</param>
internal sealed class ByConversation(string before, string after = "")
{
    private const string Condition = " channel = @channel AND conversation_id = @conversation";

    private readonly Statement plain = new($"{before}{Condition}{after}");

    private readonly Statement keyed =
        new($"{before}{Condition} AND seq IN (SELECT seq FROM conversation_turns WHERE conversation_key = conversation_key(@channel, @conversation)){after}");

    /// <summary>The statement for a session's database, whose index must be complete (<see cref="Session.CompleteIndexAsync"/>).</summary>
    internal Statement On(Session session) => session.HasKeys ? keyed : plain;
}
