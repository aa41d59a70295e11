using Bot.Answering;
using Bot.Summaries;
using Calculators.Rules;
using Knowledge.Corpus;
using Knowledge.Search;

namespace Bot.Hosting;

/// <summary>One wording of the documents with all that is made from it. Never changes: a changed corpus is another edition.</summary>
internal sealed class Edition
{
    private readonly Lazy<ClauseSearch> search;
    private readonly Lazy<Dialogue> dialogue;
    private readonly Lazy<SummaryOffice> summaries;

    private Edition(DocumentSet documents, Catalogue catalogue, string folder)
    {
        Documents = documents;
        Citations = new CitationFactory(documents);
        // A calculation on the command line need not wait for an index that it does not use.
        search = new Lazy<ClauseSearch>(() => SearchOpener.Open(documents, folder));
        dialogue = new Lazy<Dialogue>(() => new Dialogue(documents, catalogue.Calculators, search.Value, Citations));
        summaries = new Lazy<SummaryOffice>(() => new SummaryOffice(Dialogue, documents, catalogue.Calculators));
    }

    /// <summary>The documents.</summary>
    internal DocumentSet Documents { get; }

    /// <summary>Joins them with the calculators.</summary>
    internal CitationFactory Citations { get; }

    /// <summary>The search; the index is built at first use.</summary>
    internal ClauseSearch Search => search.Value;

    /// <summary>The dialogue; made at first use.</summary>
    internal Dialogue Dialogue => dialogue.Value;

    /// <summary>Summaries of answers; made at first use.</summary>
    internal SummaryOffice Summaries => summaries.Value;

    /// <summary>Reads the corpus and verifies that the calculators say what it says.</summary>
    /// <exception cref="CorpusException">The corpus cannot be trusted.</exception>
    /// <exception cref="StartException">A calculator and the corpus contradict each other.</exception>
    internal static Edition Load(string folder, Catalogue catalogue)
    {
        var documents = CorpusReader.Read(folder);
        FigureCheck.Verify(catalogue, documents);
        return new Edition(documents, catalogue, folder);
    }
}
