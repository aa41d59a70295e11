namespace Benchmarks;

/// <summary>Picks the verb.</summary>
internal static class Program
{
    private const string Usage = """
        Benchmarks index CORPUS.jsonl QUERIES.jsonl [--lexicon FILE] [--json]   quality and speed of the clause index
        Benchmarks generate N --seed S --out DIR                                N clauses and queries, in DIR/corpus.jsonl and DIR/queries.jsonl
        Benchmarks turn [--rounds N]                                            a turn of the dialogue and its steps: time and allocation
        Benchmarks numbers [--rounds N]                                         the number reader
        Benchmarks search39 [--rounds N]                                        the search over the clauses that are shipped
        A corpus line is {"id","title","text"}, a query line {"id","query","relevant":[ids]}.
        """;

    private static int Main(string[] args)
    {
        try
        {
            return args switch
            {
                ["index", var corpus, var queries, .. var options] => IndexVerb.Run(corpus, queries, options),
                ["generate", var count, .. var options] => GenerateVerb.Run(count, options),
                ["turn", .. var options] => TurnVerb.Run(options),
                ["numbers", .. var options] => NumbersVerb.Run(options),
                ["search39", .. var options] => CorpusSearchVerb.Run(options),
                ["--help" or "-h" or "help"] => Help(),
                _ => throw new UsageException("expected a verb: index, generate, turn, numbers or search39"),
            };
        }
        catch (UsageException e)
        {
            Console.Error.WriteLine($"{e.Message}\n{Usage}");
            return 2;
        }
    }

    private static int Help()
    {
        Console.WriteLine(Usage);
        return 0;
    }
}
