using System.Text.Json;
using Knowledge.Text;

namespace Knowledge.Tests.Support;

/// <summary>Known phrases, the documents' sentences and the questions, for tests of what is done to a text before it is read.</summary>
internal static class Phrases
{
    // Slips that the lexicon lists as words of their own; towards a vocabulary that holds them nothing is repaired.
    private static readonly string[] Slips =
        ["区块连", "区块练", "区快链", "人工只能", "示犯", "互连网", "就高不从复", "就高不重付", "集据区", "龙投企业", "集层电路", "超蒜中心", "奖力", "奖厉"];

    private static readonly string[] Terms =
    [
        "区块链", "互联网", "人工智能", "风险投资", "示范项目", "示范区", "合同实际执行", "合同实际执行金额", "就高不重复", "奖励多少",
        "奖补多少", "电子信息百强", "软件企业", "年度营业收入", "重点县", "高新区", "市财政局", "市财政出", "产业园", "数据标注", "试验场地",
    ];

    internal static IReadOnlyList<(string Id, string Text)> Corpus { get; } =
        [.. Directory.GetFiles(Folder("corpus"), "*.md").SelectMany(path => File.ReadLines(path).Select(line => (Path.GetFileName(path), line)))];

    internal static IReadOnlyList<(string Id, string Text)> Questions { get; } = [.. new[] { "dev-questions", "own-questions", "own-negatives" }.SelectMany(Turns)];

    internal static IReadOnlyList<string> Vocabulary { get; } =
    [
        .. Terms.Concat(Corpus.Where(line => line.Text.StartsWith('#')).Select(line => line.Text.Split('{')[0].Trim('#', ' '))).Concat(Lexicon())
            .Select(phrase => Normaliser.Normalise(phrase).Text).Where(phrase => !Slips.Any(phrase.Contains)).Distinct(),
    ];

    // One entry a line: { term: …, words: […, …] }.
    private static IEnumerable<string> Lexicon() => File.ReadLines(Path.Combine(Folder("corpus"), "lexicon.yml"))
        .Where(line => !line.TrimStart().StartsWith('#'))
        .SelectMany(line => line.Split('#')[0].Split(['[', ']', '{', '}', ',', ':', ' '], StringSplitOptions.RemoveEmptyEntries))
        .Where(word => word.Any(c => c >= '\u4E00'));

    private static IEnumerable<(string Id, string Text)> Turns(string file)
    {
        foreach (var line in File.ReadLines(Path.Combine(Folder("Fixtures"), "eval", file + ".jsonl")))
        {
            var question = JsonDocument.Parse(line).RootElement;
            foreach (var turn in question.GetProperty("turns").EnumerateArray()) yield return (question.GetProperty("id").GetString()!, turn.GetString()!);
        }
    }

    private static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, name);
}
