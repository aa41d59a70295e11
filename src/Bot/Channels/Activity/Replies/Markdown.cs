using System.Buffers;
using System.Text;

namespace Bot.Channels.Activity.Replies;

/// <summary>Plain text as Markdown that shows exactly that text.</summary>
internal static class Markdown
{
    private const string Special = "\\`*_[]<>|~";
    private static readonly SearchValues<char> Marks = SearchValues.Create(Special + "\n#+-=(:.)");

    /// <summary>Appends text: what Markdown would take for a mark is escaped, and each line becomes a paragraph, which every client breaks.</summary>
    internal static void Append(StringBuilder markdown, ReadOnlySpan<char> text)
    {
        // Most of a text marks nothing; it is taken over by the run.
        for (var mark = text.IndexOfAny(Marks); mark >= 0; mark = text.IndexOfAny(Marks))
        {
            markdown.Append(text[..mark]);
            AppendMark(markdown, text[mark]);
            text = text[(mark + 1)..];
        }

        markdown.Append(text);
    }

    private static void AppendMark(StringBuilder markdown, char mark)
    {
        if (mark == '\n')
        {
            markdown.Append("\n\n");
            return;
        }

        var opensLine = markdown.Length == 0 || markdown[^1] == '\n';
        // Behind a marker, ( would make a link of it, and : at the start of a line a definition.
        var followsMarker = markdown.Length > 0 && markdown[^1] == ']';
        if (Special.Contains(mark, StringComparison.Ordinal) || (opensLine && mark is '#' or '+' or '-' or '=') || (followsMarker && mark is '(' or ':')) markdown.Append('\\');
        else if (mark is '.' or ')' && IsNumberAtLineStart(markdown)) markdown.Append('\\');
        markdown.Append(mark);
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
