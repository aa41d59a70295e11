namespace Bot.Store;

/// <summary>Nothing can be kept at the moment; trying again later may help.</summary>
/// <param name="problem">What is wrong.</param>
/// <param name="cause">What the database said; null where it was not asked.</param>
internal sealed class StoreUnavailableException(StoreProblem problem, Exception? cause = null)
    : Exception(problem.Reason, cause)
{
    /// <summary>What is wrong, and the sentence for the user.</summary>
    internal StoreProblem Problem { get; } = problem;
}
