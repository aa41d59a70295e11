using Bot.Answering;
using Bot.Summaries;
using Calculators.Rules;
using Knowledge.Corpus;
using Knowledge.Search;

namespace Bot.Hosting;

/// <summary>What every surface is made from: the documents, the calculators and what joins them. Never changes once made.</summary>
internal sealed class Composition
{
    private readonly Lazy<ClauseSearch> search;
    private readonly Lazy<Dialogue> dialogue;
    private readonly Lazy<SummaryOffice> summaries;

    private Composition(DocumentSet documents, Catalogue catalogue, string folder)
    {
        summaries = new Lazy<SummaryOffice>(() => new SummaryOffice(Dialogue, documents));
        Documents = documents;
        Catalogue = catalogue;
        Citations = new CitationFactory(documents);
        // A calculation on the command line need not wait for an index that it does not use.
        search = new Lazy<ClauseSearch>(() => SearchOpener.Open(documents, folder));
        dialogue = new Lazy<Dialogue>(() => new Dialogue(documents, catalogue.Calculators, search.Value, Citations));
    }

    /// <summary>The documents.</summary>
    internal DocumentSet Documents { get; }

    /// <summary>The calculators.</summary>
    internal Catalogue Catalogue { get; }

    /// <summary>Joins both.</summary>
    internal CitationFactory Citations { get; }

    /// <summary>The search; the index is built at first use.</summary>
    internal ClauseSearch Search => search.Value;

    /// <summary>The dialogue; made at first use.</summary>
    internal Dialogue Dialogue => dialogue.Value;

    /// <summary>Summaries of answers; made at first use.</summary>
    internal SummaryOffice Summaries => summaries.Value;

    /// <summary>Reads the corpus and verifies that the calculators say what it says.</summary>
    /// <param name="configuration">Settings; <c>Corpus:Folder</c> names the corpus.</param>
    /// <param name="parts">What the program is put together from.</param>
    /// <exception cref="CorpusException">The corpus cannot be trusted.</exception>
    /// <exception cref="StartException">A calculator and the corpus contradict each other.</exception>
    internal static Composition Load(IConfiguration configuration, Parts parts)
    {
        var folder = configuration["Corpus:Folder"] is { Length: > 0 } given ? given : Path.Combine(AppContext.BaseDirectory, "corpus");
        var documents = CorpusReader.Read(folder);
        FigureCheck.Verify(parts.Catalogue, documents);
        return new Composition(documents, parts.Catalogue, folder);
    }
}
