using System.Globalization;

namespace Bot.Evaluation;

/// <summary>The scores that a run must reach, as lines <c>name=value</c>; counts are limits from above.</summary>
internal static class Floor
{
    private static readonly HashSet<string> Limits = new(StringComparer.Ordinal) { "amount_wrong", "refuse_with_figure", "withheld" };

    /// <summary>The scores that fall short, in words.</summary>
    /// <exception cref="FormatException">A line is no <c>name=value</c>.</exception>
    internal static List<string> Missed(string file, Scores scores)
    {
        List<string> missed = [];
        foreach (var line in File.ReadLines(file))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.Split('=') is not [var name, var text] || !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var least))
                throw new FormatException($"{Path.GetFileName(file)}: 「{line}」应为 name=value。");
            var value = scores.Named.FirstOrDefault(s => s.Name == name);
            if (value.Name is null) throw new FormatException($"{Path.GetFileName(file)}: 没有名为「{name}」的得分。");
            if (Limits.Contains(name) ? value.Value > least : value.Value < least) missed.Add($"{name}: {Scores.Print(value.Value)}，底线 {text}");
        }

        return missed;
    }
}
