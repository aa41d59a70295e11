using System.Text;
using Bot.Conversations;
using Bot.Store.Records;
using Knowledge.Text;

namespace Bot.Channels.Web.Questions;

/// <summary>An answer that was refused or found unhelpful, with what was said about it.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Feedback">The feedback on it.</param>
internal sealed record WeakAnswer(AnswerRecord Answer, IReadOnlyList<FeedbackRecord> Feedback);

/// <summary>A question that the assistant did not answer well, asked once or often, in one wording or several that differ only in writing.</summary>
/// <param name="Latest">The latest time that it was asked.</param>
/// <param name="Count">How often it was asked.</param>
/// <param name="Refused">How often it was refused.</param>
/// <param name="Unhelpful">How often it was found unhelpful.</param>
/// <param name="First">When it was first asked.</param>
/// <param name="Comments">What users said of the answers, the latest first, each once.</param>
internal sealed record OpenQuestion(AnswerRecord Latest, int Count, int Refused, int Unhelpful, DateTimeOffset First, IReadOnlyList<string> Comments)
{
    /// <summary>The whole conversation up to the question, as it was last held.</summary>
    internal IReadOnlyList<string> Turns => TurnsJson.Read(Latest.Inputs).Turns;

    /// <summary>Groups answers, the question asked most often first.</summary>
    /// <param name="answers">The answers, the newest first.</param>
    internal static IReadOnlyList<OpenQuestion> Group(IEnumerable<WeakAnswer> answers) =>
        [.. answers.GroupBy(a => Key(a.Answer.Question), StringComparer.Ordinal).Select(Of).OrderByDescending(q => q.Count).ThenByDescending(q => q.Latest.At)];

    private static OpenQuestion Of(IEnumerable<WeakAnswer> group)
    {
        List<WeakAnswer> asked = [.. group];
        return new OpenQuestion(
            asked[0].Answer,
            asked.Count,
            asked.Count(a => a.Answer.Kind == "refuse"),
            asked.Count(a => a.Feedback.Any(f => !f.Helpful)),
            asked[^1].Answer.At,
            [.. asked.SelectMany(a => a.Feedback).Where(f => !f.Helpful).OrderByDescending(f => f.At).Select(f => f.Comment).OfType<string>().Distinct(StringComparer.Ordinal)]);
    }

    // Letters and digits alone: 能拿多少 and 能拿多少？ are one question.
    private static string Key(string question)
    {
        var key = new StringBuilder(question.Length);
        foreach (var rune in Normaliser.Normalise(question).Text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) key.Append(Rune.ToLowerInvariant(rune).ToString());
        }

        return key.Length > 0 ? key.ToString() : question;
    }
}
