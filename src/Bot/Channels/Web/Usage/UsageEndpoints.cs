using System.Globalization;
using System.Text.Json;
using Bot.Api;
using Bot.Api.Description;
using Bot.Hosting;
using Bot.Inputs;
using Bot.Store;
using Bot.Store.Records;
using Bot.Telemetry;
using Bot.Telemetry.Prometheus;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Web.Usage;

/// <summary>How much is asked and how well it is answered, for the office behind the desk's sign-in.</summary>
internal static class UsageEndpoints
{
    private const int MostDays = 180;
    private const int DefaultDays = 30;
    private static readonly TimeSpan ChinaStandardTime = TimeSpan.FromHours(8);
    private static readonly string[] Kinds = ["award", "clause", "summary", "clarify", "refuse", "smalltalk"];
    private static readonly QueryParameter Days = new("days", "到今天为止的天数", """{"type":"integer","minimum":1,"maximum":180,"default":30}""");

    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/desk/usage", ShowAsync).Describe("使用情况：提问、评价和耗时", reply: "Usage", query: [Days], errors: [401, 403]);

    internal static async Task<IResult> ShowAsync(HttpContext context, IDeskGate gate, IOfficeFigures figures, IStore store, Collector collector, StateFigures state, IOptions<StorageOptions> options, TimeProvider time)
    {
        if (gate.Refusal(context) is { } refusal) return refusal;
        var asked = context.Request.Query["days"];
        if (asked.Count > 1 || !int.TryParse(asked.Count == 0 ? DefaultDays.ToString(CultureInfo.InvariantCulture) : asked[0], NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days is < 1 or > MostDays)
            return ProblemReply.Of([new InputFault("days", $"days 应为 1 至 {MostDays} 的整数。")]);
        var today = DateOnly.FromDateTime(time.GetUtcNow().ToOffset(ChinaStandardTime).DateTime);
        var from = today.AddDays(1 - days);
        var since = new DateTimeOffset(from, TimeOnly.MinValue, ChinaStandardTime);
        var problem = await store.CheckAsync(context.RequestAborted);
        var answers = await figures.UsageAsync(since, context.RequestAborted);
        var ratings = await figures.RatingsAsync(since, context.RequestAborted);
        return new JsonReply(json =>
        {
            json.WriteStartObject();
            json.WriteDay("from", from);
            json.WriteDay("to", today);
            json.WriteObjects("days", [.. Enumerable.Range(0, days).Select(from.AddDays)], (json, day) => WriteDay(json, day, answers, ratings));
            json.WriteObjects("channels", Channels(answers), static (json, channel) =>
            {
                json.WriteString("channel", channel.Channel);
                json.WriteNumber("count", channel.Count);
            });
            json.WriteNumber("keptDays", options.Value.AnswerDays);
            json.WriteString("store", problem?.Reason);
            Write(json, AnsweringTime.Read(collector), state.Started);
            json.WriteEndObject();
        });
    }

    private static void WriteDay(Utf8JsonWriter json, DateOnly day, IReadOnlyList<UsageCount> answers, IReadOnlyList<RatingCount> ratings)
    {
        var number = day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
        json.WriteDay("day", day);
        foreach (var kind in Kinds) json.WriteNumber(kind, answers.Where(a => a.Day == number && a.Kind == kind).Sum(a => a.Count));
        json.WriteNumber("helpful", ratings.Where(r => r.Day == number && r.Helpful).Sum(r => r.Count));
        json.WriteNumber("unhelpful", ratings.Where(r => r.Day == number && !r.Helpful).Sum(r => r.Count));
    }

    private static List<(string Channel, int Count)> Channels(IReadOnlyList<UsageCount> answers) =>
        [.. answers.GroupBy(a => a.Channel, StringComparer.Ordinal).Select(g => (g.Key, g.Sum(a => a.Count))).OrderByDescending(c => c.Item2).ThenBy(c => c.Key, StringComparer.Ordinal)];

    private static void Write(Utf8JsonWriter json, AnsweringTime taken, DateTimeOffset since)
    {
        json.WriteStartObject("answering");
        json.WriteString("since", since.ToOffset(ChinaStandardTime).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        json.WriteNumber("count", taken.Count);
        Write(json, "half", taken.Half);
        Write(json, "ninetyNine", taken.NinetyNine);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, double? seconds)
    {
        if (seconds is { } given) json.WriteNumber(name, given);
        else json.WriteNull(name);
    }
}
