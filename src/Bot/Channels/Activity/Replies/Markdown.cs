using System.Text;

namespace Bot.Channels.Activity.Replies;

/// <summary>Plain text as Markdown that shows exactly that text.</summary>
internal static class Markdown
{
    private const string Special = "\\`*_[]<>|~";

    /// <summary>Appends text: what Markdown would take for a mark is escaped, and each line becomes a paragraph, which every client breaks.</summary>
    internal static void Append(StringBuilder markdown, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c == '\n')
            {
                markdown.Append("\n\n");
                continue;
            }

            var opensLine = markdown.Length == 0 || markdown[^1] == '\n';
            // Behind a marker, ( would make a link of it, and : at the start of a line a definition.
            var followsMarker = markdown.Length > 0 && markdown[^1] == ']';
            if (Special.Contains(c, StringComparison.Ordinal) || (opensLine && c is '#' or '+' or '-' or '=') || (followsMarker && c is '(' or ':')) markdown.Append('\\');
            else if (c is '.' or ')' && IsNumberAtLineStart(markdown)) markdown.Append('\\');
            markdown.Append(c);
        }
    }

    // 1. at the start of a line would become a list, and lose its number.
    private static bool IsNumberAtLineStart(StringBuilder markdown)
    {
        const int longest = 9;
        var at = markdown.Length - 1;
        while (at >= 0 && markdown.Length - at <= longest && char.IsAsciiDigit(markdown[at])) at--;
        return at < markdown.Length - 1 && (at < 0 || markdown[at] == '\n');
    }
}
