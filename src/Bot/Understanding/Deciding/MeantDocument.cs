using Knowledge.Corpus;
using Knowledge.Index;

namespace Bot.Understanding.Deciding;

/// <summary>Which document a message means: the one that it names, or the only one issued at the level that it names (省里, 县里).</summary>
internal sealed class MeantDocument(DocumentSet documents)
{
    private static readonly (string Words, char Level)[] Levels = [("省里", '省'), ("县里", '县'), ("们县", '县')];

    /// <summary>The words that name a level.</summary>
    internal static IReadOnlyList<string> Words { get; } = [.. Levels.Select(l => l.Words)];

    /// <summary>The document; null where none is named.</summary>
    /// <param name="message">What is said.</param>
    /// <param name="topics">The documents that it mentions.</param>
    internal string? Find(Message message, IReadOnlyList<Mention> topics)
    {
        if (topics.Count > 0) return topics[0].Name;
        foreach (var (words, level) in Levels)
        {
            if (OfLevel(message.Text, words, level) is { } document) return document;
        }

        return null;
    }

    private string? OfLevel(string text, string words, char level)
    {
        if (!text.Contains(words, StringComparison.Ordinal)) return null;
        var issued = documents.Documents.Where(d => d.Issuer.Contains(level, StringComparison.Ordinal)).Take(2).ToList();
        return issued is [var only] ? only.Id : null;
    }
}
