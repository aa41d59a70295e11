using Bot.Answering;
using Bot.Privacy;
using Bot.Summaries;
using Calculators.Rules;
using Knowledge.Corpus;
using Knowledge.Search;

namespace Bot.Hosting;

/// <summary>What every surface is made from: the calculators, and the documents in the edition that holds now.</summary>
internal sealed class Composition
{
    private volatile Edition current;

    private Composition(Edition first, Catalogue catalogue, string folder) => (current, Catalogue, Folder, Masker) = (first, catalogue, folder, new Masker(catalogue));

    /// <summary>The calculators.</summary>
    internal Catalogue Catalogue { get; }

    /// <summary>Where the corpus lies.</summary>
    internal string Folder { get; }

    /// <summary>Covers what belongs to a person, before anything reads or keeps it.</summary>
    internal Masker Masker { get; }

    /// <summary>The edition that holds now; who needs several things of it takes it once.</summary>
    internal Edition Current => current;

    /// <summary>The documents.</summary>
    internal DocumentSet Documents => current.Documents;

    /// <summary>Joins both.</summary>
    internal CitationFactory Citations => current.Citations;

    /// <summary>The search.</summary>
    internal ClauseSearch Search => current.Search;

    /// <summary>The dialogue.</summary>
    internal Dialogue Dialogue => current.Dialogue;

    /// <summary>Summaries of answers.</summary>
    internal SummaryOffice Summaries => current.Summaries;

    /// <summary>Reads the corpus and verifies that the calculators say what it says.</summary>
    /// <param name="configuration">Settings; <c>Corpus:Folder</c> names the corpus.</param>
    /// <param name="parts">What the program is put together from.</param>
    /// <exception cref="CorpusException">The corpus cannot be trusted.</exception>
    /// <exception cref="StartException">A calculator and the corpus contradict each other.</exception>
    internal static Composition Load(IConfiguration configuration, Parts parts)
    {
        var folder = configuration["Corpus:Folder"] is { Length: > 0 } given ? given : Path.Combine(AppContext.BaseDirectory, "corpus");
        return new Composition(Edition.Load(folder, parts.Catalogue), parts.Catalogue, folder);
    }

    /// <summary>Reads the corpus anew and puts it in place whole, index and all; where anything is wrong with it, the old one stays.</summary>
    /// <exception cref="CorpusException">The corpus cannot be trusted.</exception>
    /// <exception cref="StartException">A calculator and the corpus contradict each other, or the lexicon is wrong.</exception>
    internal void Reload()
    {
        var next = Edition.Load(Folder, Catalogue);
        // Built before it is shown: nobody waits for the new index.
        _ = next.Dialogue;
        current = next;
    }
}
