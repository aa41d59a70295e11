using Bot.Answering;
using Bot.Api;

namespace Bot.Evaluation;

/// <summary>A question with the last answer that it got.</summary>
internal sealed record EvaluationResult(EvaluationQuestion Question, Answer Answer, bool Withheld)
{
    internal string Kind { get; } = AnswerJson.Name(Answer.Kind);

    internal bool KindIsRight => Kind == Question.Kind;

    /// <summary>Whether every clause is cited; null where none is labelled.</summary>
    internal bool? CitesAll => Question.Clauses.Count == 0 ? null : Question.Clauses.All(c => Answer.Citations.Any(a => a.Clause.ToString() == c));

    /// <summary>Whether the first citation is right; null where none is labelled.</summary>
    internal bool? CitesFirst => Question.Clauses.Count == 0 ? null : Answer.Citations.Count > 0 && Question.Clauses.Contains(Answer.Citations[0].Clause.ToString());

    /// <summary>Whether the amount is right to the fen; null where none is labelled.</summary>
    internal bool? AmountIsRight => Question.Amount is { } amount ? Answer.Awards.Count > 0 && Answer.Awards[0].Award.Amount.Amount == amount : null;

    /// <summary>Whether an amount was given and is wrong.</summary>
    internal bool AmountIsWrong => Question.Amount is { } amount && Answer.Awards.Count > 0 && Answer.Awards[0].Award.Amount.Amount != amount;

    /// <summary>Whether the verdict agrees with the tag; null where it is not labelled.</summary>
    internal bool? VerdictIsRight => Question.Kind != "award" || (Question.Amount is null && !Question.Tags.Contains("pilot-eligibility")) ? null
        : Question.Tags.Contains("eligible") ? Answer.Awards.Count > 0 && Answer.Awards[0].Award.Eligible
        : Question.Tags.Contains("not-eligible") ? Answer.Awards.Count > 0 && !Answer.Awards[0].Award.Eligible
        : null;

    /// <summary>Whether the missing inputs are right; null where none are labelled.</summary>
    internal bool? MissingIsRight => Question.Missing is { } missing ? missing.Order().SequenceEqual(Answer.Missing.Order()) : null;

    /// <summary>Whether the validity agrees with the tag; null where it is not labelled.</summary>
    internal bool? ValidityIsRight => Question.Kind is not ("clause" or "award") || Question.Tags.FirstOrDefault(t => t is "not-yet" or "in-force" or "unclear" or "expired") is not { } status
        ? null
        : Answer.Validity?.Status == status;

    /// <summary>What is wrong, in words for the list of failures; empty where nothing is.</summary>
    internal string Faults => string.Join(' ', new[]
    {
        KindIsRight ? "" : $"kind={Kind}≠{Question.Kind}",
        CitesAll == false ? $"cites={string.Join(',', Answer.Citations.Select(c => c.Clause).Distinct())}≠{string.Join(',', Question.Clauses)}" : CitesFirst == false ? $"first={Answer.Citations[0].Clause}" : "",
        AmountIsRight == false ? $"amount={(Answer.Awards.Count > 0 ? Answer.Awards[0].Award.Amount.ToString() : "none")}≠{Question.Amount}" : "",
        VerdictIsRight == false ? "verdict" : "",
        MissingIsRight == false ? $"missing={string.Join(',', Answer.Missing)}≠{string.Join(',', Question.Missing!)}" : "",
        ValidityIsRight == false ? $"validity={Answer.Validity?.Status}" : "",
        Withheld ? "withheld" : "",
    }.Where(f => f.Length > 0));
}
