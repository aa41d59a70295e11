using System.Text;
using System.Text.Unicode;

namespace Bot.Summaries.Formats;

/// <summary>UTF-8 text as lines, and back; how lines end and whether the last one does tells nothing.</summary>
internal static class TextLines
{
    internal static Rendering Write(IReadOnlyList<Line> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines) text.Append(line.Text).Append('\n');
        return new Rendering(Encoding.UTF8.GetBytes(text.ToString()), lines);
    }

    /// <summary>The lines, without a byte order mark and without empty lines at the end; null where it is no UTF-8.</summary>
    internal static IReadOnlyList<string>? Read(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith(Encoding.UTF8.Preamble)) file = file[Encoding.UTF8.Preamble.Length..];
        if (!Utf8.IsValid(file)) return null;
        List<string> lines = [.. Encoding.UTF8.GetString(file).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n')];
        while (lines.Count > 0 && lines[^1].Length == 0) lines.RemoveAt(lines.Count - 1);
        return lines;
    }
}
