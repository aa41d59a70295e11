using System.Globalization;
using System.Text.Json;

namespace Bot.Evaluation;

/// <summary>One labelled conversation of a question file; the labels describe its last answer.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Turns">What the user says, in order.</param>
/// <param name="AsOf">The date; null is today.</param>
/// <param name="Kind">The kind that the last answer must be.</param>
/// <param name="Clauses">The clauses that must be cited, best first.</param>
/// <param name="Amount">The amount in yuan; null where none is labelled.</param>
/// <param name="Missing">The inputs that must be missing; null where none is labelled.</param>
/// <param name="Tags">What the question tests.</param>
internal sealed record EvaluationQuestion(
    string Id,
    IReadOnlyList<string> Turns,
    DateOnly? AsOf,
    string Kind,
    IReadOnlyList<string> Clauses,
    decimal? Amount,
    IReadOnlyList<string>? Missing,
    IReadOnlyList<string> Tags)
{
    /// <summary>Reads a file of JSON Lines.</summary>
    /// <exception cref="FormatException">A line is no question; the message names it.</exception>
    internal static List<EvaluationQuestion> ReadFile(string path)
    {
        List<EvaluationQuestion> questions = [];
        var line = 0;
        foreach (var text in File.ReadLines(path))
        {
            line++;
            if (string.IsNullOrWhiteSpace(text)) continue;
            try
            {
                using var json = JsonDocument.Parse(text);
                questions.Add(Read(json.RootElement));
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new FormatException($"{Path.GetFileName(path)}:{line}: 应为一行一个问题的 JSON（id、turns、kind、clauses、tags）。", e);
            }
        }

        return questions;
    }

    private static EvaluationQuestion Read(JsonElement json) => new(
        json.GetProperty("id").GetString()!,
        Strings(json.GetProperty("turns")),
        json.TryGetProperty("asOf", out var asOf) ? DateOnly.ParseExact(asOf.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        json.GetProperty("kind").GetString()!,
        json.TryGetProperty("clauses", out var clauses) ? Strings(clauses) : [],
        json.TryGetProperty("amount", out var amount) ? amount.GetDecimal() : null,
        json.TryGetProperty("missing", out var missing) ? Strings(missing) : null,
        json.TryGetProperty("tags", out var tags) ? Strings(tags) : []);

    private static List<string> Strings(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetString()!)];
}
