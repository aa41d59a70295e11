using System.Reflection;
using YamlDotNet.RepresentationModel;

namespace Bot.Understanding.Words;

/// <summary>Reads the word lists that ship inside the program.</summary>
internal static class WordLists
{
    /// <summary>The lists of a file by name; nested ones joined with a slash.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(string file)
    {
        var name = $"{typeof(WordLists).Namespace}.{file}";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not part of the program.");
        using var reader = new StreamReader(stream);
        var yaml = new YamlStream();
        yaml.Load(reader);
        var lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        Collect("", (YamlMappingNode)yaml.Documents[0].RootNode, lists);
        return lists;
    }

    private static void Collect(string prefix, YamlMappingNode node, Dictionary<string, IReadOnlyList<string>> lists)
    {
        foreach (var (key, value) in node.Children)
        {
            var path = prefix + ((YamlScalarNode)key).Value;
            if (value is YamlMappingNode inner) Collect(path + "/", inner, lists);
            else lists.Add(path, [.. ((YamlSequenceNode)value).Children.Select(c => ((YamlScalarNode)c).Value!)]);
        }
    }
}
