using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Knowledge.Citations;
using Knowledge.Validity;
using Markdig;
using Markdig.Extensions.Yaml;

namespace Knowledge.Corpus;

/// <summary>Reads every *.md of a folder into documents, and refuses a corpus that cannot be trusted.</summary>
public static class CorpusReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePreciseSourceLocation().Build();

    /// <summary>Reads the corpus.</summary>
    /// <param name="folder">The folder that holds the files.</param>
    /// <exception cref="CorpusException">A file is missing, unreadable or wrong; the message is one line with file, line and what would be right.</exception>
    public static DocumentSet Read(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!Directory.Exists(folder)) throw new CorpusException(folder, 0, "there is no such folder; Corpus:Folder should name the one that holds the documents (*.md).");
        string[] files = [.. Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal)];
        if (files.Length == 0) throw new CorpusException(folder, 0, "the folder holds no document (*.md).");

        var documents = new List<Document>();
        using var words = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in files)
        {
            var source = ReadText(path);
            words.AppendData(Encoding.UTF8.GetBytes(source.ReplaceLineEndings("\n")));
            var document = ReadDocument(Path.GetFileName(path), source);
            if (documents.FirstOrDefault(d => d.Id == document.Id) is { } twin)
                throw new CorpusException(document.File, SourceLines.Of(source, "document:"), $"the document id '{document.Id}' stands in {twin.File} already; each id should stand once.");
            documents.Add(document);
        }

        // The county's own policy comes before the province's notice: the newer document last.
        return new DocumentSet([.. documents.OrderBy(d => d.Issued).ThenBy(d => d.Id, StringComparer.Ordinal)], Convert.ToHexStringLower(words.GetHashAndReset())[..12]);
    }

    /// <summary>Reads one document.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="source">The whole file.</param>
    /// <exception cref="CorpusException">The file is wrong.</exception>
    public static Document ReadDocument(string file, string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var blocks = Markdown.Parse(source, Pipeline);
        if (blocks.Count == 0 || blocks[0] is not YamlFrontMatterBlock yaml)
            throw new CorpusException(file, 1, "the file should begin with YAML front matter between two lines '---'.");
        var matter = FrontMatter.Parse(file, yaml.Lines.ToString(), firstLine: yaml.Line + 2);
        var id = matter.Document!;
        if (id.Contains('/', StringComparison.Ordinal)) throw new CorpusException(file, 2, $"the document id '{id}' should hold no '/'.");

        var parser = new ClauseParser(file, source, id);
        var clauses = parser.Parse(blocks);
        Compare(file, matter.Clauses, clauses, parser);

        var issued = Day(file, source, "issued", matter.Issued!);
        var windows = WindowReader.Read(file, source, matter, issued, clauses);
        return new Document(
            id,
            matter.Title!,
            matter.Number,
            matter.CitedAs ?? matter.Number ?? matter.Title!,
            matter.Issuer!,
            issued,
            matter.Published is { } published ? Day(file, source, "published", published) : null,
            matter.Source!,
            matter.Ask,
            windows,
            clauses)
        {
            Conditions = Named("conditions", matter.Conditions),
            Procedure = Named("procedure", matter.Procedure),
            Payout = Named("payout", matter.Payout),
            File = file,
        };

        IReadOnlyList<ClauseId> Named(string key, List<string> numbers) =>
            [.. numbers.Select(number => clauses.FirstOrDefault(c => c.Id.Number == number)?.Id ?? throw new CorpusException(file, SourceLines.Of(source, $"{key}:"), $"'{key}:' names clause {number}, which the file does not hold."))];
    }

    internal static DateOnly Day(string file, string source, string name, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new CorpusException(file, SourceLines.Of(source, $"{name}: {text}"), $"'{name}: {text}' should be a date such as 2022-04-25.");

    private static void Compare(string file, List<string> expected, IReadOnlyList<Clause> found, ClauseParser parser)
    {
        for (var i = 0; i < Math.Max(expected.Count, found.Count); i++)
        {
            var wanted = i < expected.Count ? expected[i] : null;
            var got = i < found.Count ? found[i].Id.Number : null;
            if (wanted == got) continue;
            var line = got is null ? 0 : parser.Lines[got];
            throw new CorpusException(file, line, wanted is null
                ? $"clause {got} is not among the 'clauses:' of the front matter; add it there."
                : $"clause {wanted} should stand here{(got is null ? ", at the end of the file" : $", and {got} stands here")}: 'clauses:' of the front matter gives the order.");
        }
    }

    private static string ReadText(string path)
    {
        var file = Path.GetFileName(path);
        byte[] bytes = [];
        try
        {
            bytes = File.ReadAllBytes(path);
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException e)
        {
            throw new CorpusException(file, bytes.AsSpan(0, Math.Max(0, e.Index)).Count((byte)'\n') + 1, "the file should be UTF-8 text; other bytes begin here.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CorpusException(file, 0, $"the file should be readable: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }
}
