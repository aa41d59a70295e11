using System.Text;
using Knowledge.Corpus;

namespace Knowledge.Tests.Corpus;

/// <summary>Puts a document together again from what the corpus holds, in the order in which it stands in the original.</summary>
internal static class Wording
{
    /// <summary>Headings that the corpus gives to words which bear none in the original.</summary>
    private static readonly string[] OwnHeadings = ["印发通知", "引言", "附则", "附件"];

    /// <summary>Section titles and clauses. A heading that stands in line begins its clause's text already.</summary>
    internal static string Of(IEnumerable<Clause> clauses)
    {
        var (words, before) = (new StringBuilder(), (IReadOnlyList<string>)[]);
        foreach (var clause in clauses)
        {
            var common = before.Zip(clause.Outline).TakeWhile(pair => pair.First == pair.Second).Count();
            foreach (var title in clause.Outline.Skip(common))
            {
                if (!OwnHeadings.Contains(title) && !clause.Text.StartsWith(title, StringComparison.Ordinal)) words.Append(title);
            }

            words.Append(clause.Text);
            before = clause.Outline;
        }

        return words.ToString();
    }

    /// <summary>The county's policy: the covering notice, the title, the eleven articles.</summary>
    internal static string OfCounty(Document document) => Of(document.Clauses.Take(1)) + document.Title + Of(document.Clauses.Skip(1));

    /// <summary>The province's notice below its title.</summary>
    internal static string OfProvince(Document document, string signature) => Of(document.Clauses) + signature;

    /// <summary>Where two texts part, with the words around; null where they do not.</summary>
    internal static string? Difference(string expected, string found)
    {
        if (expected == found) return null;
        var at = expected.Zip(found).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"at {at}: expected 「{Around(expected, at)}」, found 「{Around(found, at)}」";
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 10)..Math.Min(text.Length, at + 10)];
}
