using System.Text;
using Knowledge.Index;

namespace Benchmarks;

/// <summary>
/// Makes clauses from the corpus's own sentences: phrases in which some characters are exchanged for others, drawn
/// the way that characters are distributed (few of them often, most of them seldom), so that the vocabulary grows as that of real articles does.
/// </summary>
internal sealed class ClauseGenerator
{
    private const int FirstCharacter = 0x4E00;
    private const int CommonCharacters = 3500;
    private const double Exchanged = 0.2;

    private readonly Random random;
    private readonly string[] phrases;

    internal ClauseGenerator(int seed, string corpus)
    {
        // Not for secrets: the same seed has to give the same clauses.
#pragma warning disable CA5394
        random = new Random(seed);
#pragma warning restore CA5394
        phrases =
        [
            .. Directory.GetFiles(corpus, "*.md").Order(StringComparer.Ordinal)
                .SelectMany(File.ReadAllLines)
                .Where(line => line.Length > 20 && !line.StartsWith('#') && !line.Contains(": ", StringComparison.Ordinal))
                .SelectMany(line => line.Split('，', ',', '。', '；'))
                .Where(phrase => phrase.Length is >= 6 and <= 40),
        ];
    }

    internal IndexedText Clause(int number)
    {
        var text = new StringBuilder();
        var length = 30 + Next(140);
        while (text.Length < length) text.Append(Vary(phrases[Next(phrases.Length)])).Append(Next(4) == 0 ? '。' : '，');
        return new IndexedText($"c{number}", Vary(phrases[Next(phrases.Length)])[..6], text.ToString());
    }

    /// <summary>A question to a clause: two of its stretches in the middle of an asker's words.</summary>
    internal BenchmarkQuery Query(int number, IndexedText clause)
    {
        string Part() => clause.Text.Substring(Next(Math.Max(1, clause.Text.Length - 8)), Math.Min(8, clause.Text.Length));
        return new BenchmarkQuery($"q{number}", $"请问{Part()}的企业，{Part()}能拿多少补助？", [clause.Id]);
    }

    private string Vary(string phrase)
    {
        var varied = phrase.ToCharArray();
        for (var i = 0; i < varied.Length; i++)
        {
            if (varied[i] >= FirstCharacter && Share() < Exchanged) varied[i] = (char)(FirstCharacter + (5 * (int)Math.Pow(CommonCharacters, Share())));
        }

        return new string(varied);
    }

#pragma warning disable CA5394
    private int Next(int below) => random.Next(below);

    private double Share() => random.NextDouble();
#pragma warning restore CA5394
}
