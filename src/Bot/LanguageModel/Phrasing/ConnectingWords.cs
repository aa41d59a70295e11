using Bot.Hosting;

namespace Bot.LanguageModel.Phrasing;

/// <summary>The words that a phrased text may use beside the clauses' own: prompts/connecting-words.txt.</summary>
internal sealed class ConnectingWords
{
    private readonly string[] words;

    private ConnectingWords(string[] words) => this.words = words;

    /// <summary>Reads them.</summary>
    /// <exception cref="StartException">The file is not there.</exception>
    internal static ConnectingWords Read()
    {
        var path = Path.Combine(Prompt.Folder, "connecting-words.txt");
        try
        {
            return new ConnectingWords([.. File.ReadLines(path).Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#')]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"读不到连接词文件 {path}。", e);
        }
    }

    /// <summary>Whether a run of characters is made of these words and of pieces, two characters at least, of what the clauses say.</summary>
    internal bool Cover(ReadOnlySpan<char> run, IReadOnlyList<string> clauses)
    {
        // reach[i]: the first i characters are covered. Short runs, and few of them.
        var reach = new bool[run.Length + 1];
        reach[0] = true;
        for (var i = 0; i < run.Length; i++)
        {
            if (!reach[i]) continue;
            foreach (var word in words)
            {
                if (run[i..].StartsWith(word, StringComparison.Ordinal)) reach[i + word.Length] = true;
            }

            foreach (var clause in clauses)
            {
                for (var length = 2; i + length <= run.Length && clause.AsSpan().Contains(run.Slice(i, length), StringComparison.Ordinal); length++) reach[i + length] = true;
            }
        }

        return reach[^1];
    }
}
