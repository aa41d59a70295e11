using Bot.Understanding.Marks;
using Knowledge.Search;
using Knowledge.Text;

namespace Bot.Understanding;

/// <summary>Normalises a message and finds everything in it that anything later may need: phrases, numerals, dates, clause references.</summary>
internal sealed class MessageReader(PhraseBook phrases, ClauseReferences references)
{
    /// <summary>Reads a message.</summary>
    /// <param name="text">As it was written.</param>
    /// <param name="document">The document spoken of last: 第四条 alone means its clause.</param>
    internal Message Read(string text, string? document = null)
    {
        var normal = Normaliser.Normalise(text);
        return new Message(normal, phrases.Find(normal.Text), NumberReader.Read(normal), DateReader.Read(normal), references.Find(normal.Text, document));
    }
}
