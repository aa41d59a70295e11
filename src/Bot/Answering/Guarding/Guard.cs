using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using Bot.Answering.Drafting;
using Bot.Conversations;
using Calculators.Awards;
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
    private readonly FrozenSet<string> metadata = documents.Documents
        .SelectMany(d => d.Ask.Concat(d.Clauses.SelectMany(c => c.Responsible)).Concat([d.Title, d.CitedAs, d.Issuer, d.Number ?? d.Title]))
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<Calculator, FrozenSet<string>> declared = new();

    /// <summary>What is wrong with an answer; null where nothing is.</summary>
    internal string? Fault(Draft draft, Answer answer, Turn turn, IReadOnlyList<string> earlierTurns)
    {
        foreach (var part in draft.Parts)
        {
            if (part is Part.Reckoned reckoned)
            {
                if (!IsOf(answer, reckoned.Award) || !AwardTexts.Say(reckoned.Award, reckoned.Text)) return "a piece is not what an award says";
            }
            else if (!IsTrue(part, answer, turn, earlierTurns))
            {
                return $"a piece is not what it says: {part.GetType().Name}";
            }
        }

        for (var i = 0; i < answer.Citations.Count; i++)
        {
            var citation = answer.Citations[i];
            if (documents.Find(citation.Clause)?.Text.Contains(citation.Quote, StringComparison.Ordinal) != true) return $"a quote of {citation.Clause} is not verbatim";
        }

        for (var i = 0; i < answer.Awards.Count; i++)
        {
            if (answer.Awards[i].Award.IsCeiling && !SaysCeiling(draft))
                return "a ceiling is shown without the words that make it one";
        }

        return MayHoldNumeral(draft) && FreeNumeral(draft) is { } numeral ? $"the numeral '{numeral}' has no source" : null;
    }

    private static bool SaysCeiling(Draft draft)
    {
        foreach (var part in draft.Parts)
        {
            if (part is Part.Reckoned && part.Text.Contains("不超过", StringComparison.Ordinal)) return true;
        }

        return false;
    }

    // Our own words as we write them hold no character that a numeral begins with or has as a figure: then none can be free, and the text need not be read.
    private static bool MayHoldNumeral(Draft draft)
    {
        foreach (var part in draft.Parts)
        {
            if (part is Part.Words && NumeralSigns.MayHold(part.Text)) return true;
        }

        return false;
    }

    // A numeral must begin in a piece with a source, and no digit of it may stand in our own words; a unit may (共3 + 条).
    private static string? FreeNumeral(Draft draft)
    {
        var text = draft.ToString();
        var rented = ArrayPool<bool>.Shared.Rent(text.Length);
        var free = rented.AsSpan(0, text.Length);
        free.Clear();
        var found = FreeNumeral(draft, text, free);
        ArrayPool<bool>.Shared.Return(rented);
        return found;
    }

    private static string? FreeNumeral(Draft draft, string text, Span<bool> free)
    {
        var at = 0;
        foreach (var part in draft.Parts)
        {
            if (part is Part.Words) free.Slice(at, part.Text.Length).Fill(true);
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

    private static bool HasFreeDigit(string text, TextSpan span, ReadOnlySpan<bool> free)
    {
        const string numerals = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟";
        for (var i = span.Start; i < span.End; i++)
        {
            if (free[i] && (char.IsDigit(text[i]) || numerals.Contains(text[i], StringComparison.Ordinal))) return true;
        }

        return false;
    }

    private bool IsTrue(Part piece, Answer answer, Turn turn, IReadOnlyList<string> earlierTurns) => piece switch
    {
        Part.Words => true,
        Part.Verbatim quote => documents.Find(quote.Clause)?.Text.Contains(quote.Text, StringComparison.Ordinal) == true,
        Part.Declared part => declared.GetOrAdd(part.Calculator, DeclaredTexts).Contains(part.Text),
        Part.Echo echo => WasSaid(echo.Text, turn, earlierTurns),
        Part.ClauseName name => documents.Find(name.Clause) is { } clause && ClauseNames.Hold(documents.DocumentOf(clause), clause, name.Text),
        Part.Metadata part => metadata.Contains(part.Text),
        Part.Validity validity => documents.FindDocument(validity.Document) is { } document && Wording.ValidityWording.Note(document, validity.AsOf).Note == validity.Text && validity.AsOf == turn.AsOf,
        Part.Deadline deadline => documents.Find(deadline.Clause) is { } clause && deadline.AsOf == turn.AsOf && Wording.DeadlineWording.Note(documents.DocumentOf(clause), clause, deadline.AsOf) == deadline.Text,
        Part.Count count => count.Shown == answer.Citations.Count || count.Shown == answer.Awards.Count,
        _ => false,
    };

    private static bool IsOf(Answer answer, Award award)
    {
        for (var i = 0; i < answer.Awards.Count; i++)
        {
            if (ReferenceEquals(answer.Awards[i].Award, award)) return true;
        }

        return false;
    }

    private static bool WasSaid(string words, Turn turn, IReadOnlyList<string> earlierTurns) =>
        turn.Text.Contains(words, StringComparison.Ordinal) || earlierTurns.Any(t => t.Contains(words, StringComparison.Ordinal));

    private static FrozenSet<string> DeclaredTexts(Calculator calculator) =>
        calculator.Inputs.SelectMany(Texts).Append(calculator.Title).Append(calculator.Applicants?.Explanation ?? calculator.Title).Concat(calculator.OpenPoints.Select(p => p.Text)).ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<string> Texts(Input input) =>
    [
        input.Label, input.Question,
        .. input is ChoiceInput choice ? choice.Options.Select(o => o.Label) : [],
        .. input is YesNoInput yesNo ? [yesNo.Answers.Yes, yesNo.Answers.No] : Array.Empty<string>(),
    ];
}
