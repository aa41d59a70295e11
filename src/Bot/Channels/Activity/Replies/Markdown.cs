using System.Buffers;
using System.Text.Json;

namespace Bot.Channels.Activity.Replies;

/// <summary>Plain text as Markdown that shows exactly that text.</summary>
internal static class Markdown
{
    private const string Special = "\\`*_[]<>|~";
    private static readonly SearchValues<char> Marks = SearchValues.Create(Special + "\n#+-=(:.)");

    /// <summary>Appends text: what Markdown would take for a mark is escaped, and each line becomes a paragraph, which every client breaks.</summary>
    internal static void Append(ArrayBufferWriter<char> markdown, ReadOnlySpan<char> text)
    {
        // Most of a text marks nothing; it is taken over by the run.
        for (var mark = text.IndexOfAny(Marks); mark >= 0; mark = text.IndexOfAny(Marks))
        {
            markdown.Write(text[..mark]);
            AppendMark(markdown, text[mark]);
            text = text[(mark + 1)..];
        }

        markdown.Write(text);
    }

    /// <summary>A text by itself.</summary>
    internal static string Of(string text)
    {
        var markdown = SpareText.Take();
        Append(markdown, text);
        var written = markdown.WrittenSpan.ToString();
        SpareText.Give(markdown);
        return written;
    }

    /// <summary>Writes text as a member that is Markdown.</summary>
    internal static void WriteString(Utf8JsonWriter json, string name, ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny(Marks) < 0)
        {
            json.WriteString(name, text);
            return;
        }

        var markdown = SpareText.Take();
        Append(markdown, text);
        json.WriteString(name, markdown.WrittenSpan);
        SpareText.Give(markdown);
    }

    private static void AppendMark(ArrayBufferWriter<char> markdown, char mark)
    {
        if (mark == '\n')
        {
            markdown.Write("\n\n");
            return;
        }

        var before = markdown.WrittenSpan;
        var opensLine = before.IsEmpty || before[^1] == '\n';
        // Behind a marker, ( would make a link of it, and : at the start of a line a definition.
        var followsMarker = !before.IsEmpty && before[^1] == ']';
        if (Special.Contains(mark, StringComparison.Ordinal) || (opensLine && mark is '#' or '+' or '-' or '=') || (followsMarker && mark is '(' or ':')) markdown.Write("\\");
        else if (mark is '.' or ')' && IsNumberAtLineStart(before)) markdown.Write("\\");
        markdown.Write(new ReadOnlySpan<char>(in mark));
    }

    // 1. at the start of a line would become a list, and lose its number.
    private static bool IsNumberAtLineStart(ReadOnlySpan<char> markdown)
    {
        const int longest = 9;
        var at = markdown.Length - 1;
        while (at >= 0 && markdown.Length - at <= longest && char.IsAsciiDigit(markdown[at])) at--;
        return at < markdown.Length - 1 && (at < 0 || markdown[at] == '\n');
    }
}
