using Bot.Hosting;
using Microsoft.Extensions.AI;

namespace Bot.Agents;

/// <summary>The door for other .NET programs: the functions in their own process, for any host of <see cref="AIFunction"/>.</summary>
public static class PolicyPlugin
{
    /// <summary>Reads the corpus, verifies that the calculators say what it says, and gives one function a calculator and the look-ups.</summary>
    /// <param name="corpusFolder">The corpus; null is the one shipped with the program.</param>
    /// <param name="asOf">The day that counts as today; null is today in China.</param>
    /// <returns>Functions whose results are JSON: what the HTTP call gives, or problem details that name the wrong argument.</returns>
    /// <exception cref="Knowledge.Corpus.CorpusException">The corpus cannot be trusted.</exception>
    public static IReadOnlyList<AIFunction> Load(string? corpusFolder = null, DateOnly? asOf = null)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Corpus:Folder", corpusFolder)]).Build();
        var parts = Parts.Default;
        return AgentFunctions.Of(Composition.Load(settings, parts), new Today(parts.Time, asOf));
    }
}
