using Bot.Answering;

namespace Bot.Summaries.Content;

/// <summary>The lines of an answer that say the result: all but those whose content has a section of its own.</summary>
internal static class Conclusion
{
    internal static IReadOnlyList<string> Of(Answer answer) =>
        [.. answer.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => !IsShownElsewhere(line, answer))];

    // A line goes only where its words are found again below: were an answer worded otherwise one day, it would stand twice and never be lost.
    private static bool IsShownElsewhere(string line, Answer answer) => Label(line) switch
    {
        "依据" => answer.Citations.Any(c => line.EndsWith($"「{c.Quote}」", StringComparison.Ordinal)),
        "时效" => answer.Citations.Any(c => line.EndsWith(c.Validity.Note, StringComparison.Ordinal)),
        "咨询" => answer.Citations.Count > 0,
        "计算" => answer.Awards.Any(a => a.Award.Steps.Count > 0),
        "承担" => answer.Awards.Any(a => a.Award.Shares.Count > 0),
        "还可了解" => answer.Awards.Any(a => a.Award.Next is { } next && line.EndsWith(next.Text, StringComparison.Ordinal)),
        "提示" => answer.Awards.Any(a => a.Award.Caveats.Any(c => line.EndsWith(c.Text, StringComparison.Ordinal))),
        _ => answer.Awards.Any(a => a.Award.Steps.Any(s => line == "· " + s.Text)),
    };

    private static string Label(string line)
    {
        var colon = line.IndexOf('：', StringComparison.Ordinal);
        return colon < 0 ? "" : line[..colon];
    }
}
