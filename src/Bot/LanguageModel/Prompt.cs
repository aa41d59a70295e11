using System.Security.Cryptography;
using System.Text;
using Bot.Hosting;

namespace Bot.LanguageModel;

/// <summary>Instructions for the model, from a file that begins with <c>version: N</c>.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Version">The version and the beginning of the file's SHA-256: an edit without a new version shows.</param>
/// <param name="Text">The instructions.</param>
internal sealed record Prompt(string Name, string Version, string Text)
{
    private const string Head = "version: ";
    private const int HashDigits = 12;

    /// <summary>Where the files lie.</summary>
    internal static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "prompts");

    /// <summary>Reads a prompt.</summary>
    /// <exception cref="StartException">It is not there, or does not begin with its version.</exception>
    internal static Prompt Read(string name)
    {
        var path = Path.Combine(Folder, name + ".md");
        try
        {
            var whole = File.ReadAllText(path).ReplaceLineEndings("\n");
            var end = whole.IndexOf('\n', StringComparison.Ordinal);
            if (!whole.StartsWith(Head, StringComparison.Ordinal) || end <= Head.Length) throw new StartException($"提示词文件 {path} 的第一行应为「version: 版本号」。");
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..HashDigits];
            return new Prompt(name, $"{whole[Head.Length..end].Trim()}-{hash}", whole[(end + 1)..].Trim());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"读不到提示词文件 {path}。", e);
        }
    }
}

/// <summary>All that the model is told, and the words that it may use; read once.</summary>
/// <param name="Choose">For choosing a tool.</param>
/// <param name="Phrase">For joining the quotes of a summary.</param>
/// <param name="Connecting">The words that may join them.</param>
internal sealed record ModelPrompts(Prompt Choose, Prompt Phrase, Phrasing.ConnectingWords Connecting)
{
    /// <summary>Reads them.</summary>
    /// <exception cref="StartException">One is not there.</exception>
    internal static ModelPrompts Read() => new(Prompt.Read("choose-tool"), Prompt.Read("phrase-summary"), Phrasing.ConnectingWords.Read());
}
