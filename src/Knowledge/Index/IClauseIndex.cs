namespace Knowledge.Index;

/// <summary>Finds the texts that speak of what is asked. Immutable: a changed corpus is a new index, swapped in whole.</summary>
/// <remarks>Any implementation passes <c>ClauseIndexConformance</c> in the tests.</remarks>
public interface IClauseIndex
{
    /// <summary>How many texts are indexed.</summary>
    int Count { get; }

    /// <summary>The texts that share at least a character with a query, best first; equal scores in the order of the corpus.</summary>
    /// <param name="query">Any text, normalised or not.</param>
    /// <param name="top">How many hits at most, ≥ 0.</param>
    /// <returns>Empty where nothing is shared.</returns>
    IReadOnlyList<Hit> Search(string query, int top);
}
