using Knowledge.Corpus;

namespace Bot.Answering.Guarding;

/// <summary>How a clause is called in an answer: its heading, or a part of its outline.</summary>
internal static class ClauseNames
{
    internal static IReadOnlyList<string> Of(Document document, Clause clause) => [clause.Heading, .. clause.Outline, $"{document.CitedAs} {clause.Heading}"];
}
