using Bot.Conversations;

namespace Bot.Answering;

/// <summary>The whole way from a message to a recorded answer; what every door calls.</summary>
internal interface IAssistant
{
    /// <summary>Answers one turn. The answer is durable when the task ends.</summary>
    Task<Answer> AskAsync(Turn turn, CancellationToken cancellation);
}
