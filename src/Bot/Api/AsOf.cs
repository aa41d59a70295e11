using Bot.Hosting;
using Bot.Inputs;

namespace Bot.Api;

/// <summary>The date for which a call is answered.</summary>
internal static class AsOf
{
    internal const string Name = "asOf";
    internal const string Wrong = "asOf 应为形如 2025-10-27 的日期。";

    /// <summary>The date of the query string, or today; the problem to reply with where it is no date.</summary>
    internal static ProblemReply? Read(HttpRequest request, Today today, out DateOnly asOf)
    {
        asOf = today.Date;
        if (!request.Query.TryGetValue(Name, out var given)) return null;
        // Given twice, neither is more right than the other.
        if (given.Count != 1 || ValueReader.Day(given[0] ?? "") is not { } day) return ProblemReply.Of([new InputFault(Name, Wrong)]);
        asOf = day;
        return null;
    }

    /// <summary>The date of a body, where it has one; a fault is noted.</summary>
    internal static DateOnly? Take(Fields fields)
    {
        if (fields.Take(Name) is not { } json) return null;
        if (json is Json.Text text && ValueReader.Day(text.Value) is { } day) return day;
        fields.Fault(Name, Wrong);
        return null;
    }
}
