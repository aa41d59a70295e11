using System.Text;
using Knowledge.Citations;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace Knowledge.Corpus;

/// <summary>Turns the Markdown blocks of one file into clauses: a heading that ends in {#number} opens one, a heading without is a section's title.</summary>
internal sealed class ClauseParser(string file, string source, string document)
{
    private readonly List<Clause> clauses = [];
    private readonly List<(int Level, string Title, ClauseId? Id)> outline = [];
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    private readonly StringBuilder text = new();
    private ClauseId? open;

    /// <summary>The line of each clause's heading.</summary>
    internal IReadOnlyDictionary<string, int> Lines => lines;

    internal IReadOnlyList<Clause> Parse(MarkdownDocument blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case YamlFrontMatterBlock:
                    break;
                case HeadingBlock heading:
                    Close();
                    Open(heading);
                    break;
                case ParagraphBlock paragraph:
                    Add(paragraph);
                    break;
                default:
                    throw new CorpusException(file, block.Line + 1, "only headings and paragraphs belong in a corpus file.");
            }
        }

        Close();
        return clauses;
    }

    private void Open(HeadingBlock heading)
    {
        var line = heading.Line + 1;
        var title = Slice(heading).TrimStart('#').Trim();
        string? number = null;
        var mark = title.LastIndexOf("{#", StringComparison.Ordinal);
        if (mark >= 0)
        {
            if (!title.EndsWith('}')) throw new CorpusException(file, line, $"'{title[mark..]}' should be a clause number such as {{#2.1}}.");
            number = title[(mark + 2)..^1];
            title = title[..mark].Trim();
            if (number.Length == 0 || number.Any(c => c != '.' && !char.IsAsciiLetterOrDigit(c) && c != '-'))
                throw new CorpusException(file, line, $"'{number}' should be a clause number of letters, digits and points.");
            if (!lines.TryAdd(number, line))
                throw new CorpusException(file, line, $"the clause number '{number}' stands at line {lines[number]} already; each number should stand once.");
        }

        outline.RemoveAll(o => o.Level >= heading.Level);
        open = number is null ? null : new ClauseId(document, number);
        // Level 1 is the document's own title and belongs to no clause's outline.
        if (heading.Level > 1) outline.Add((heading.Level, title, open));
    }

    private void Add(ParagraphBlock paragraph)
    {
        var words = Slice(paragraph);
        if (open is null) throw new CorpusException(file, paragraph.Line + 1, "this text belongs to no clause; a heading with a number such as {#preamble} should stand above it.");
        for (var i = 0; i < words.Length; i++)
        {
            if (char.IsWhiteSpace(words[i]))
                throw new CorpusException(file, paragraph.Line + 1, $"the text of clause {open.Value.Number} should hold no white space; there is some after '{words[Math.Max(0, i - 8)..i]}'.");
        }

        text.Append(words);
    }

    private void Close()
    {
        if (open is not { } id) return;
        if (text.Length == 0) throw new CorpusException(file, lines[id.Number], $"clause {id.Number} has no text; its words should stand below the heading.");
        var words = text.ToString();
        text.Clear();
        open = null;
        string[] titles = [.. outline.Select(o => o.Title)];
        ClauseId? parent = null;
        foreach (var (_, _, above) in outline)
        {
            if (above is { } a && a != id) parent = a;
        }

        clauses.Add(new Clause(id, string.Join(' ', titles), words, ResponsibleUnits.Read(words), parent, titles));
    }

    private string Slice(Block block) => source.Substring(block.Span.Start, block.Span.Length).Trim();
}
