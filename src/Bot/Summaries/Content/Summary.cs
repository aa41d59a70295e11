using Bot.Answering;

namespace Bot.Summaries.Content;

/// <summary>All that a 答复单 says, once; the formats only lay it out.</summary>
/// <param name="Receipt">What it is made from.</param>
/// <param name="Conclusion">The result, a sentence or a quote a line.</param>
/// <param name="Awards">The calculations.</param>
/// <param name="Quotes">The words that the answer rests on.</param>
/// <param name="Documents">The documents that it cites, with their validity on the day asked about.</param>
/// <param name="Caveats">What the text leaves open or people judge.</param>
/// <param name="Ask">Whom to ask, a line a document.</param>
internal sealed record Summary(
    Receipt Receipt,
    IReadOnlyList<string> Conclusion,
    IReadOnlyList<CitedAward> Awards,
    IReadOnlyList<Citation> Quotes,
    IReadOnlyList<DocumentNote> Documents,
    IReadOnlyList<string> Caveats,
    IReadOnlyList<string> Ask);

/// <summary>A document and whether it applies.</summary>
/// <param name="Name">Title and number.</param>
/// <param name="Validity">Its status on the day asked about.</param>
internal sealed record DocumentNote(string Name, ValidityNote Validity);
