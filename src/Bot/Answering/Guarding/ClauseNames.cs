using Knowledge.Corpus;

namespace Bot.Answering.Guarding;

/// <summary>How a clause is called in an answer: its heading, or a part of its outline.</summary>
internal static class ClauseNames
{
    internal static bool Hold(Document document, Clause clause, string name) =>
        name == clause.Heading || clause.Outline.Contains(name)
        || (name.Length == document.CitedAs.Length + 1 + clause.Heading.Length && name[document.CitedAs.Length] == ' '
            && name.StartsWith(document.CitedAs, StringComparison.Ordinal) && name.EndsWith(clause.Heading, StringComparison.Ordinal));
}
