using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Knowledge.Index;

/// <summary>Reads the YAML of a lexicon and says of a mistake where it is and what would be right.</summary>
internal sealed class LexiconFile
{
    private readonly string name;

    private LexiconFile(string name) => this.name = name;

    internal static Lexicon Parse(string yaml, string name)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException e)
        {
            throw new InvalidDataException($"{name}:{e.Start.Line}: no YAML: {e.Message}", e);
        }

        return new LexiconFile(name).Read(stream.Documents.Count == 0 ? new YamlMappingNode() : stream.Documents[0].RootNode);
    }

    private Lexicon Read(YamlNode root)
    {
        const string Parts = "the lists terms, departments, documents, fillers and frames";
        if (root is not YamlMappingNode parts) throw Wrong(root, $"expected {Parts}");
        var terms = new List<(string Name, IReadOnlyList<string> Words)>();
        var departments = new List<(string Name, IReadOnlyList<string> Words)>();
        var documents = new List<(string Name, IReadOnlyList<string> Words)>();
        var alone = new List<(string Name, IReadOnlyList<string> Words)>();
        IReadOnlyList<string> fillers = [];
        IReadOnlyList<string> frames = [];
        foreach (var (key, value) in parts.Children)
        {
            switch (Scalar(key))
            {
                case "terms": Entries(value, "term", terms); break;
                case "departments": Entries(value, "name", departments); break;
                case "documents": Entries(value, "document", documents, alone); break;
                case "fillers": fillers = Words(value); break;
                case "frames": frames = Words(value); break;
                default: throw Wrong(key, $"unknown part '{key}'; expected {Parts}");
            }
        }

        return new Lexicon([.. terms.Select(t => new LexiconTerm(Lexicon.Normal(t.Name), t.Words))], departments, documents, alone, fillers, frames);
    }

    private void Entries(YamlNode node, string naming, List<(string Name, IReadOnlyList<string> Words)> entries, List<(string Name, IReadOnlyList<string> Words)>? alone = null)
    {
        if (node is not YamlSequenceNode list) throw Wrong(node, $"expected a list of {{ {naming}: …, words: […] }}");
        foreach (var item in list)
        {
            if (item is not YamlMappingNode entry) throw Wrong(item, $"expected {{ {naming}: …, words: […] }}");
            string? title = null;
            IReadOnlyList<string>? words = null;
            IReadOnlyList<string> bare = [];
            foreach (var (key, value) in entry.Children)
            {
                if (Scalar(key) == naming) title = Scalar(value);
                else if (Scalar(key) == "words") words = Words(value);
                else if (Scalar(key) == "alone" && alone is not null) bare = Words(value);
                else throw Wrong(key, $"unknown key '{key}'; expected {naming} and words");
            }

            if (title is null || words is null) throw Wrong(item, $"an entry needs both {naming} and words");
            if (entries.Any(e => e.Name == title)) throw Wrong(item, $"'{title}' stands there already; put all its words in one entry");
            entries.Add((title, words));
            alone?.Add((title, bare));
        }
    }

    private List<string> Words(YamlNode node) => node is YamlSequenceNode list
        ? [.. list.Select(word => Lexicon.Normal(Scalar(word))).Distinct(StringComparer.Ordinal)]
        : throw Wrong(node, "expected a list of words: [一, 二]");

    private string Scalar(YamlNode node) => node is YamlScalarNode { Value: { } value } && value.Trim().Length > 0
        ? value
        : throw Wrong(node, "expected a word, not a list and not nothing");

    private InvalidDataException Wrong(YamlNode node, string right) => new($"{name}:{node.Start.Line}: {right}.");
}
