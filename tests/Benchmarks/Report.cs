using System.Globalization;
using System.Runtime.InteropServices;

namespace Benchmarks;

/// <summary>A page of results, kept beside the code with the machine that it was measured on.</summary>
internal static class Report
{
    /// <summary>Writes the page.</summary>
    /// <param name="name">The file's name in <c>results</c>.</param>
    /// <param name="title">Its title.</param>
    /// <param name="parts">Paragraphs and tables.</param>
    internal static void Write(string name, string title, params IEnumerable<string> parts)
    {
        var page = string.Join("\n\n", [$"# {title}", Machine(), .. parts]) + "\n";
        File.WriteAllText(Repository.Benchmarks("results", name), page);
        Console.WriteLine(page);
    }

    /// <summary>A table in Markdown.</summary>
    internal static string Table(string head, IEnumerable<string> rows) =>
        $"| {head} |\n|{string.Concat(Enumerable.Repeat("---|", head.Split('|').Length))}\n{string.Join('\n', rows.Select(row => $"| {row} |"))}";

    /// <summary>Text with numbers in them, written alike everywhere.</summary>
    internal static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Machine()
    {
        var processor = Field("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString();
        var memory = Field("/proc/meminfo", "MemTotal")?.Split(' ')[0] is { } kilobytes ? long.Parse(kilobytes, CultureInfo.InvariantCulture) / 1024 / 1024 : 0;
        var load = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?";
        return Text($"{Environment.ProcessorCount} cores of {processor}, {memory} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, Release; load average at the end {load}; {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC.");
    }

    private static string? Field(string file, string name) =>
        File.Exists(file) && File.ReadLines(file).FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal)) is { } line ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() : null;
}
