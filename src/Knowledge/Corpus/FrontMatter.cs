using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Knowledge.Corpus;

/// <summary>The YAML at the head of a corpus file, as written.</summary>
internal sealed class FrontMatter
{
    private const string Keys =
        "it should be YAML; the keys are document, title, number, cited-as, issuer, issued, signature, published, source, ask, clauses, conditions, procedure, payout and validity (windows of status, from and to, each day with date, clause, quote and reads)";

    public string? Document { get; set; }

    public string? Title { get; set; }

    public string? Number { get; set; }

    public string? CitedAs { get; set; }

    public string? Issuer { get; set; }

    public string? Issued { get; set; }

    public string? Signature { get; set; }

    public string? Published { get; set; }

    public string? Source { get; set; }

    public List<string> Ask { get; set; } = [];

    public List<string> Clauses { get; set; } = [];

    public List<string> Conditions { get; set; } = [];

    public List<string> Procedure { get; set; } = [];

    public List<string> Payout { get; set; } = [];

    public List<Window> Validity { get; set; } = [];

    internal sealed class Window
    {
        public string? Status { get; set; }

        public Boundary? From { get; set; }

        public Boundary? To { get; set; }
    }

    /// <summary>A first or last day, with the words that say so and the way to read them.</summary>
    internal sealed class Boundary
    {
        public string? Date { get; set; }

        public string? Clause { get; set; }

        public string? Quote { get; set; }

        public string? Reads { get; set; }
    }

    /// <summary>Reads it; <paramref name="firstLine"/> is the file's line of the first line of <paramref name="yaml"/>.</summary>
    internal static FrontMatter Parse(string file, string yaml, int firstLine)
    {
        try
        {
            var reader = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).WithDuplicateKeyChecking().Build();
            var matter = reader.Deserialize<FrontMatter?>(yaml) ?? new FrontMatter();
            matter.Demand(file, firstLine);
            return matter;
        }
        catch (YamlException e)
        {
            var reason = (e.InnerException ?? e).Message.ReplaceLineEndings(" ");
            throw new CorpusException(file, firstLine - 1 + (int)e.Start.Line, $"the front matter cannot be read: {reason.TrimEnd('.')}; {Keys}.", e);
        }
    }

    private void Demand(string file, int line)
    {
        foreach (var (name, value) in new[] { ("document", Document), ("title", Title), ("issuer", Issuer), ("issued", Issued), ("source", Source) })
        {
            if (string.IsNullOrWhiteSpace(value)) throw new CorpusException(file, line, $"the front matter lacks '{name}:'.");
        }

        if (Ask.Count == 0) throw new CorpusException(file, line, "the front matter lacks 'ask:', the bodies to ask about the document, such as [县大数据中心].");
        if (Clauses.Count == 0) throw new CorpusException(file, line, "the front matter lacks 'clauses:', the numbers of all clauses in order, such as [preamble, \"1\", \"2\"].");
        if (Validity.Count == 0) throw new CorpusException(file, line, "the front matter lacks 'validity:', at least one window with status, from and to.");
    }
}
