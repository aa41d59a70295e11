using Bot.Answering;
using Calculators.Money;

namespace Bot.Tests.Dialogues.Generated;

/// <summary>What the contract asks of an answer of each kind.</summary>
internal static class AnswerRules
{
    private static readonly (string Document, string Status, DateOnly Last)[] Windows =
    [
        ("xunwu-51", "not-yet", new(2022, 4, 24)), ("xunwu-51", "in-force", new(2023, 12, 31)), ("xunwu-51", "unclear", new(2024, 4, 24)), ("xunwu-51", "expired", DateOnly.MaxValue),
        ("pilot-2025", "not-yet", new(2025, 10, 15)), ("pilot-2025", "in-force", new(2027, 12, 31)), ("pilot-2025", "expired", DateOnly.MaxValue),
    ];

    /// <summary>What is wrong with an answer, in words.</summary>
    internal static IEnumerable<string> Broken(TurnResult result, IReadOnlyList<string> said, DateOnly asOf)
    {
        var answer = result.Answer;
        if (result.Fault is { } fault) yield return $"withheld: {fault}";
        if (answer.Text.Length == 0 || answer.Generated) yield return "no text, or one of a model";
        foreach (var figure in AnswerCheck.Unexplained(answer, said)) yield return $"figure {figure}";
        foreach (var wrong in Shape(answer)) yield return $"{answer.Kind}: {wrong}";
        foreach (var citation in answer.Citations)
        {
            if (citation.Quote.Length == 0 || Talk.Composition.Documents.Find(citation.Clause)?.Text.Contains(citation.Quote, StringComparison.Ordinal) != true) yield return $"quote of {citation.Clause}";
            if (citation.Validity.Status != Windows.First(w => w.Document == citation.Clause.Document && asOf <= w.Last).Status) yield return $"validity of {citation.Clause}";
        }

        foreach (var award in answer.Awards)
        {
            foreach (var wrong in Award(award, answer)) yield return $"{award.Award.Calculator}: {wrong}";
        }
    }

    private static IEnumerable<string> Shape(Answer answer)
    {
        var mayCite = answer.Kind is not (AnswerKind.Refuse or AnswerKind.Smalltalk);
        if (answer.Citations.Count > 0 != mayCite) yield return $"{answer.Citations.Count} citations";
        if (answer.Awards.Count > 0 != (answer.Kind == AnswerKind.Award)) yield return $"{answer.Awards.Count} awards";
        if (answer.Missing.Count > 0 != (answer.Kind == AnswerKind.Clarify)) yield return $"{answer.Missing.Count} missing";
        if (!Equals(answer.Validity, answer.Citations.Count > 0 ? answer.Citations[0].Validity : null)) yield return "validity";
        if (answer.Kind != AnswerKind.Clarify) yield break;
        var asked = Talk.Composition.Catalogue.Calculators.SelectMany(c => c.Inputs).Where(i => i.Name == answer.Missing[0]);
        if (!asked.Any(i => answer.Text.Contains(i.Question, StringComparison.Ordinal))) yield return "the first question is not asked";
    }

    private static IEnumerable<string> Award(CitedAward cited, Answer answer)
    {
        var award = cited.Award;
        if (award.Eligible == award.Unmet.Count > 0) yield return "eligible and unmet";
        if (!award.Eligible && (award.Amount != Yuan.Zero || award.Shares.Count > 0)) yield return "not eligible, and yet an amount";
        if (award.Shares.Count > 0 && award.Shares.Sum(s => s.Amount.Amount) != award.Amount.Amount) yield return "shares";
        if (award.IsCeiling && !answer.Text.Contains($"不超过{AnswerCheck.Amount(award.Amount)}", StringComparison.Ordinal)) yield return "a ceiling without 不超过";
        if (award.Eligible && award.Amount > Yuan.Zero && !answer.Text.Contains(AnswerCheck.Amount(award.Amount), StringComparison.Ordinal)) yield return "the amount is not told";
        if (cited.Citations.Count == 0) yield return "no citation";
    }
}
