using System.Text.Json;
using Bot.Api;
using Bot.Inputs;

namespace Bot.Agents;

/// <summary>What a function gives: a result, or problem details (RFC 9457) that name the fields.</summary>
/// <param name="Json">UTF-8 JSON, as the HTTP call writes it.</param>
/// <param name="Fault">What is wrong, one line in Chinese that names the fields; null for a result.</param>
internal sealed record Outcome(ReadOnlyMemory<byte> Json, string? Fault)
{
    private const int MostFaults = 20;

    /// <summary>A result.</summary>
    internal static Outcome Of(Action<Utf8JsonWriter> write) => new(JsonWords.Bytes(write), null);

    /// <summary>A refusal of the arguments.</summary>
    internal static Outcome Refused(IReadOnlyList<InputFault> faults) => Refused(ProblemReply.Of(faults), faults);

    /// <summary>What is asked for is not there.</summary>
    internal static Outcome Missing(InputFault fault) => Refused(new ProblemReply(StatusCodes.Status404NotFound, fault.Text, fault), [fault]);

    /// <summary>The arguments are right, and yet there is no result.</summary>
    internal static Outcome Failed(int status, string text) => new(JsonWords.Bytes(new ProblemReply(status, text).Write), text);

    /// <summary>The same as an element that outlives the bytes.</summary>
    internal JsonElement Element() => JsonElement.Parse(Json.Span);

    private static Outcome Refused(ProblemReply problem, IReadOnlyList<InputFault> faults) =>
        new(JsonWords.Bytes(problem.Write), string.Join(' ', faults.Take(MostFaults).Select(f => $"{f.Field}：{f.Text}")));
}
