using Benchmarks.Product;
using Benchmarks.Retrieval;
using Benchmarks.Start;

namespace Benchmarks;

/// <summary>Picks the verb.</summary>
internal static class Program
{
    private const string Usage = """
        Benchmarks all [--short]                                                everything below that writes a page of results/, one after the other
        Benchmarks product [--short]                                            the whole product beside the official echo bots
        Benchmarks retrieval [--short]                                          the clause index beside Lucene, 39 to 100,000 clauses
        Benchmarks start [--short]                                              start to ready, and memory
        Benchmarks inside [--rounds N]                                          all of the next four
        Benchmarks index CORPUS.jsonl QUERIES.jsonl [--lexicon FILE] [--json]   quality and speed of the clause index
        Benchmarks generate N --seed S --out DIR                                N clauses and queries, in DIR/corpus.jsonl and DIR/queries.jsonl
        Benchmarks turn [--rounds N]                                            a turn of the dialogue and its steps: time and allocation
        Benchmarks numbers [--rounds N]                                         the number reader
        Benchmarks calculators [--rounds N]                                     one calculation
        Benchmarks search39 [--rounds N]                                        the search over the clauses that are shipped
        A corpus line is {"id","title","text"}, a query line {"id","query","relevant":[ids]}.
        """;

    private static int Main(string[] args)
    {
        try
        {
            return args switch
            {
                ["all", .. var options] => All(options),
                ["product", .. var options] => ProductVerb.Run(options),
                ["retrieval", .. var options] => RetrievalVerb.Run(options),
                ["start", .. var options] => StartVerb.Run(options),
                ["inside", .. var options] => InsideVerb.Run(options),
                ["calculators", .. var options] => CalculatorsVerb.Run(options),
                ["index", var corpus, var queries, .. var options] => IndexVerb.Run(corpus, queries, options),
                ["generate", var count, .. var options] => GenerateVerb.Run(count, options),
                ["turn", .. var options] => TurnVerb.Run(options),
                ["numbers", .. var options] => NumbersVerb.Run(options),
                ["search39", .. var options] => CorpusSearchVerb.Run(options),
                ["--help" or "-h" or "help"] => Help(),
                _ => throw new UsageException("expected a verb"),
            };
        }
        catch (UsageException e)
        {
            Console.Error.WriteLine($"{e.Message}\n{Usage}");
            return 2;
        }
    }

    private static int All(string[] options)
    {
        InsideVerb.Run([]);
        RetrievalVerb.Run(options);
        StartVerb.Run(options);
        return ProductVerb.Run(options);
    }

    private static int Help()
    {
        Console.WriteLine(Usage);
        return 0;
    }
}
