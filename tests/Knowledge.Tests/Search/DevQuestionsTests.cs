using System.Text.Json;
using Knowledge.Tests.Support;
using Xunit.Abstractions;

namespace Knowledge.Tests.Search;

public class DevQuestionsTests(ITestOutputHelper output)
{
    // The floors are what is reached; they only rise.
    [Theory]
    [InlineData("clause", 0.95, 1)]
    [InlineData("award", 0.84, 0.94)]
    public void A_required_clause_is_found_first_or_among_three(string kind, double firstFloor, double thirdFloor)
    {
        var search = Searches.Seeds;
        var ranks = new List<int>();
        foreach (var (id, text, clauses) in Questions(kind))
        {
            var hits = search.Search(text, 10);
            var rank = hits.TakeWhile(h => !clauses.Contains(h.Clause.ToString())).Count() + 1;
            ranks.Add(rank);
            if (rank > 1) output.WriteLine($"{id} rank {rank}: {text} wants {string.Join(' ', clauses)}, found {string.Join(' ', hits.Take(3).Select(h => $"{h.Clause}={h.Score:F1}"))}");
        }

        var first = ranks.Count(r => r <= 1) / (double)ranks.Count;
        var third = ranks.Count(r => r <= 3) / (double)ranks.Count;
        output.WriteLine($"{kind}: questions={ranks.Count} first={first:F4} third={third:F4}");
        Assert.InRange(first, firstFloor, 1);
        Assert.InRange(third, thirdFloor, 1);
    }

    private static IEnumerable<(string Id, string Text, IReadOnlyList<string> Clauses)> Questions(string kind)
    {
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "eval", "dev-questions.jsonl")))
        {
            var question = JsonDocument.Parse(line).RootElement;
            var turns = question.GetProperty("turns");
            if (question.GetProperty("kind").GetString() != kind || turns.GetArrayLength() != 1) continue;
            yield return (question.GetProperty("id").GetString()!, turns[0].GetString()!, [.. question.GetProperty("clauses").EnumerateArray().Select(c => c.GetString()!)]);
        }
    }
}
