using Bot.Answering.Drafting;
using Bot.Conversations;
using Calculators.Rules;
using Knowledge.Corpus;
using Knowledge.Text;

namespace Bot.Answering.Guarding;

/// <summary>
/// The last look at an answer before it leaves: every piece is what it says it is, every numeral stands in a piece whose source is
/// known, every citation is verbatim. Nothing is let through by pattern.
/// </summary>
internal sealed class Guard(DocumentSet documents)
{
    /// <summary>What is wrong with an answer; null where nothing is.</summary>
    internal string? Fault(Draft draft, Answer answer, Turn turn, IReadOnlyList<string> earlierTurns)
    {
        foreach (var part in draft.Parts)
        {
            if (!IsTrue(part, answer, turn, earlierTurns)) return $"a piece is not what it says: {part.GetType().Name}";
        }

        foreach (var citation in answer.Citations)
        {
            if (documents.Find(citation.Clause)?.Text.Contains(citation.Quote, StringComparison.Ordinal) != true) return $"a quote of {citation.Clause} is not verbatim";
        }

        foreach (var award in answer.Awards)
        {
            if (award.Award.IsCeiling && !draft.Parts.Any(p => p is Part.Reckoned { Text: var text } && text.Contains("不超过", StringComparison.Ordinal)))
                return "a ceiling is shown without the words that make it one";
        }

        return FreeNumeral(draft) is { } numeral ? $"the numeral '{numeral}' has no source" : null;
    }

    // A numeral must begin in a piece with a source, and no digit of it may stand in our own words; a unit may (共3 + 条).
    private static string? FreeNumeral(Draft draft)
    {
        var text = draft.ToString();
        var free = new bool[text.Length];
        var at = 0;
        foreach (var part in draft.Parts)
        {
            if (part is Part.Words) free.AsSpan(at, part.Text.Length).Fill(true);
            at += part.Text.Length;
        }

        foreach (var number in NumberReader.Read(text))
        {
            if (free[number.Span.Start] || HasFreeDigit(text, number.Span, free)) return text.Substring(number.Span.Start, number.Span.Length);
        }

        // The reader passes over digits inside identifiers; here none may be free either.
        for (var i = 0; i < text.Length; i++)
        {
            if (free[i] && char.IsDigit(text[i])) return text[i].ToString();
        }

        return null;
    }

    private static bool HasFreeDigit(string text, TextSpan span, bool[] free)
    {
        const string numerals = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟";
        for (var i = span.Start; i < span.End; i++)
        {
            if (free[i] && (char.IsDigit(text[i]) || numerals.Contains(text[i], StringComparison.Ordinal))) return true;
        }

        return false;
    }

    private bool IsTrue(Part part, Answer answer, Turn turn, IReadOnlyList<string> earlierTurns) => part switch
    {
        Part.Words => true,
        Part.Verbatim quote => documents.Find(quote.Clause)?.Text.Contains(quote.Text, StringComparison.Ordinal) == true,
        Part.Reckoned reckoned => answer.Awards.Any(a => ReferenceEquals(a.Award, reckoned.Award)) && AwardTexts.Of(reckoned.Award).Contains(reckoned.Text),
        Part.Declared declared => DeclaredTexts(declared.Calculator).Contains(declared.Text),
        Part.Echo echo => turn.Text.Contains(echo.Text, StringComparison.Ordinal) || earlierTurns.Any(t => t.Contains(echo.Text, StringComparison.Ordinal)),
        Part.ClauseName name => documents.Find(name.Clause) is { } clause && ClauseNames.Of(documents.DocumentOf(clause), clause).Contains(name.Text),
        Part.Metadata metadata => documents.Documents.Any(d => IsOf(d, metadata.Text)),
        Part.Validity validity => documents.FindDocument(validity.Document) is { } document && Wording.ValidityWording.Note(document, validity.AsOf).Note == validity.Text && validity.AsOf == turn.AsOf,
        Part.Count count => count.Shown == answer.Citations.Count || count.Shown == answer.Awards.Count,
        _ => false,
    };

    private static bool IsOf(Document document, string text) =>
        text == document.Title || text == document.Number || text == document.CitedAs || text == document.Issuer || document.Ask.Contains(text) ||
        document.Clauses.Any(c => c.Responsible.Contains(text));

    private static IEnumerable<string> DeclaredTexts(Calculator calculator) =>
    [
        calculator.Title,
        .. calculator.Applicants is { } applicants ? [applicants.Explanation] : Array.Empty<string>(),
        .. calculator.Inputs.SelectMany(Texts),
    ];

    private static IEnumerable<string> Texts(Input input) =>
    [
        input.Label, input.Question,
        .. input is ChoiceInput choice ? choice.Options.Select(o => o.Label) : [],
        .. input is YesNoInput yesNo ? [yesNo.Answers.Yes, yesNo.Answers.No] : Array.Empty<string>(),
    ];
}
