using Bot.Evaluation;
using Knowledge.Index;

namespace Benchmarks.Retrieval;

/// <summary>The index beside Lucene, from the clauses that are shipped to a hundred thousand generated ones, on the same files in the same run.</summary>
internal static class RetrievalVerb
{
    private const int Seed = 7;
    private const int Top = 10;
    private const int MostQuestions = 500;
    private static readonly int[] Sizes = [1_000, 10_000, 100_000];

    internal static int Run(string[] options)
    {
        var sizes = options switch { [] => Sizes, ["--short"] => Sizes[..2], _ => throw new UsageException("expected nothing or --short") };
        var folder = Directory.CreateTempSubdirectory("retrieval-").FullName;
        var corpus = Path.Combine(AppContext.BaseDirectory, "corpus");
        var lexicon = Lexicon.Read(Path.Combine(corpus, "lexicon.yml"));
        var classPath = Lucene.Prepare(folder);
        var rows = new List<(int Clauses, string Engine, Outcome Outcome, List<BenchmarkQuery> Questions)>();
        foreach (var (texts, questions) in Sets(corpus, sizes))
        {
            rows.Add((texts.Count, "Lucene 8.7 SmartCn", Lucene.Run(classPath, folder, texts, questions), questions));
            rows.Add((texts.Count, "ours", Ours(texts, questions, Lexicon.Empty), questions));
            rows.Add((texts.Count, "ours, with the lexicon", Ours(texts, questions, lexicon), questions));
        }

        Directory.Delete(folder, recursive: true);
        RetrievalReport.Write(rows);
        return 0;
    }

    private static IEnumerable<(List<IndexedText> Texts, List<BenchmarkQuery> Questions)> Sets(string corpus, int[] sizes)
    {
        var program = new Development().Program;
        // Questions that clauses answer, asked at once: what retrieval alone can be held to.
        List<BenchmarkQuery> asked =
        [
            .. EvaluationQuestion.ReadFile(Path.Combine(AppContext.BaseDirectory, "Fixtures", "dev-questions.jsonl"))
                .Where(q => q is { Kind: "clause", Turns.Count: 1 } && q.Clauses.Count > 0)
                .Select(q => new BenchmarkQuery(q.Id, q.Turns[0], [.. q.Clauses])),
        ];
        yield return ([.. program.Documents.Clauses.Select(c => new IndexedText(c.Id.ToString(), c.Heading, c.Text))], asked);
        foreach (var size in sizes)
        {
            var generator = new ClauseGenerator(Seed, corpus);
            var texts = Enumerable.Range(0, size).Select(generator.Clause).ToList();
            var step = Math.Max(1, size / MostQuestions);
            yield return (texts, [.. Enumerable.Range(0, MostQuestions).Select(i => generator.Query(i, texts[i * step]))]);
        }
    }

    private static Outcome Ours(List<IndexedText> texts, List<BenchmarkQuery> questions, Lexicon lexicon)
    {
        var (index, building, memory) = IndexVerb.Build(texts, lexicon);
        IndexVerb.WarmUp(index, questions);
        return new(building, memory, IndexVerb.Times(index, questions, Top), [.. questions.Select(q => (IReadOnlyList<string>)[.. index.Search(q.Query, Top).Select(h => h.Id)])]);
    }
}
