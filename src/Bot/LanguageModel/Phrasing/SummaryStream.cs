using System.Text;
using Bot.Answering.Drafting;

namespace Bot.LanguageModel.Phrasing;

/// <summary>
/// A model's text while it comes: each sentence is looked at when its end is there and handed on only then, and what can no longer
/// become right is found at once. The text as a whole is still to be read at its end.
/// </summary>
/// <param name="text">What a sentence must be.</param>
/// <param name="passed">Takes a sentence that passed; says why it may not be shown, or null.</param>
internal sealed class SummaryStream(SummaryText text, Func<Draft, string?> passed)
{
    private readonly StringBuilder whole = new();
    private readonly bool[] seen = new bool[text.Count];
    private int read;

    /// <summary>Why the text is rejected; null where it is not, so far.</summary>
    internal string? Fault { get; private set; }

    /// <summary>All that came.</summary>
    internal string Whole => whole.ToString();

    /// <summary>Takes the next piece.</summary>
    /// <returns>Whether to go on.</returns>
    internal bool Take(string piece)
    {
        whole.Append(whole.Length == 0 ? piece.AsSpan().TrimStart() : piece);
        Fault ??= Look();
        return Fault is null;
    }

    private string? Look()
    {
        var all = whole.ToString();
        if (all.AsSpan().TrimEnd().Length > SummaryText.Longest) return "length";
        // Where an end stands inside of braces, they are no placeholder, and the sentence is rejected as it should be.
        while (all.AsSpan(read).IndexOfAny(SummaryText.Ends) is var end and >= 0)
        {
            var sentence = all.Substring(read, end + 1);
            read += sentence.Length;
            if (text.ReadSentence(sentence, seen, out var draft) is { } fault) return fault;
            if (passed(draft!) is { } refused) return refused;
        }

        // Blanks at the end may be the end of all, where they do not count.
        return text.ReadBeginning(all[read..].TrimEnd(), seen);
    }
}
