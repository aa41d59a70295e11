using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Answering;
using Calculators.Money;
using Calculators.Rules;
using Knowledge.Corpus;

namespace Bot.Tests.Dialogues.Generated;

/// <summary>What must hold of every answer, found by other means than the program's own guard: by looking for each figure of the text in all that may say it.</summary>
internal static partial class AnswerCheck
{
    private static readonly Dictionary<string, string[]> Known = Talk.Composition.Documents.Documents.ToDictionary(d => d.Id, Metadata, StringComparer.Ordinal);

    private static readonly HashSet<string> DocumentFigures = [.. Known.Values.SelectMany(texts => texts).SelectMany(Figures)];

    private static readonly Dictionary<string, HashSet<string>> DeclaredFigures = Talk.Composition.Catalogue.Calculators.ToDictionary(
        c => c.Name,
        c => (HashSet<string>)[.. Declarations(c).SelectMany(Figures)],
        StringComparer.Ordinal);

    /// <summary>The figures of an answer's text that nothing accounts for.</summary>
    internal static IEnumerable<string> Unexplained(Answer answer, IReadOnlyList<string> said)
    {
        HashSet<string> explained =
        [
            .. answer.Citations.SelectMany(c => (string[])[c.Quote, c.Heading, c.Document, c.Validity.Note]).SelectMany(Figures),
            .. answer.Awards.SelectMany(a => Reckoned(a)).SelectMany(Figures),
            .. answer.Awards.SelectMany(a => DeclaredFigures[a.Award.Calculator]),
            answer.Citations.Count.ToString(CultureInfo.InvariantCulture),
            answer.Awards.Count.ToString(CultureInfo.InvariantCulture),
        ];
        return Figures(answer.Text).Where(f => !explained.Contains(f) && !DocumentFigures.Contains(f) && !IsDeclared(answer, f) && !said.Any(t => t.Contains(f, StringComparison.Ordinal)));
    }

    // What the assistant asks, and what it says it can do, is declared by the calculators.
    private static bool IsDeclared(Answer answer, string figure) =>
        answer.Kind is AnswerKind.Clarify or AnswerKind.Smalltalk or AnswerKind.Clause && DeclaredFigures.Values.Any(f => f.Contains(figure));

    // Arabic figures with what counts them, and Chinese ones where they count something.
    private static IEnumerable<string> Figures(string text) => Figure().Matches(text).Select(m => m.Value);

    private static string[] Metadata(Document document) =>
    [
        document.Title, document.CitedAs, document.Number ?? "", document.Issuer, .. document.Ask,
        .. document.Clauses.SelectMany(c => (IEnumerable<string>)[c.Heading, .. c.Outline, .. c.Responsible]),
    ];

    private static IEnumerable<string> Declarations(Calculator calculator) =>
    [
        calculator.Title, calculator.Applicants?.Explanation ?? "",
        .. calculator.Inputs.SelectMany(i => (string[])[i.Label, i.Question, i.Assumption ?? ""]),
        .. calculator.Inputs.OfType<ChoiceInput>().SelectMany(i => i.Options).Select(o => o.Label),
        .. calculator.Inputs.OfType<YesNoInput>().SelectMany(i => (string[])[i.Answers.Yes, i.Answers.No]),
    ];

    private static IEnumerable<string> Reckoned(CitedAward cited)
    {
        var award = cited.Award;
        foreach (var step in award.Steps) yield return step.Text;
        foreach (var unmet in award.Unmet) yield return unmet.Condition;
        foreach (var caveat in award.Caveats) yield return caveat.Text;
        foreach (var reading in award.Readings)
        {
            yield return reading.Name;
            yield return Amount(reading.Amount);
        }

        if (award.Next is { } next) yield return next.Text;
        if (award.Places is { } places) yield return $"{places}个";
        yield return Amount(award.Amount);
        foreach (var share in award.Shares) yield return share.Payer + Amount(share.Amount);
        yield return cited.Validity.Note;
    }

    // 25万元, 1.2亿元, 850,500元（85.05万元）, written here once more.
    internal static string Amount(Yuan yuan)
    {
        var amount = yuan.Amount;
        var wan = (amount / 10_000m).ToString("0.####", CultureInfo.InvariantCulture);
        if (amount > 0 && amount % 10_000m == 0)
            return amount >= 100_000_000m && amount % 10_000_000m == 0 ? (amount / 100_000_000m).ToString("0.##", CultureInfo.InvariantCulture) + "亿元" : wan + "万元";
        var exact = amount.ToString("#,##0.##", CultureInfo.InvariantCulture) + "元";
        return amount >= 10_000m && amount % 100m == 0 ? $"{exact}（{wan}万元）" : exact;
    }

    [GeneratedRegex(@"\d+(?:[.,]\d+)*[千百]?[万亿]?(?:元|%|家|个)?|[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+(?:元|块|家|个百分点|成)", RegexOptions.NonBacktracking)]
    private static partial Regex Figure();
}
