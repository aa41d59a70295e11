using Bot.Summaries.Formats;
using Microsoft.Net.Http.Headers;

namespace Bot.Api;

/// <summary>Which format a request wants, or brings.</summary>
internal static class SummaryNegotiation
{
    /// <summary>The format that <c>Accept</c> likes best, the default among equals; null where it takes none of ours.</summary>
    internal static SummaryFormat? Wanted(HttpRequest request)
    {
        var given = request.Headers.Accept;
        if (given.Count == 0 || given.All(string.IsNullOrWhiteSpace)) return SummaryFormat.All[0];
        if (!MediaTypeHeaderValue.TryParseList([.. given.OfType<string>()], out var ranges)) return null;
        SummaryFormat? best = null;
        var most = 0.0;
        foreach (var format in SummaryFormat.All)
        {
            // The narrowest range that fits decides, RFC 9110 12.5.1.
            var fitting = ranges.Where(r => Fits(r, format)).MaxBy(r => r.MatchesAllTypes ? 0 : r.MatchesAllSubTypes ? 1 : 2);
            var quality = fitting is null ? 0 : fitting.Quality ?? 1;
            if (quality <= most) continue;
            (best, most) = (format, quality);
        }

        return best;
    }

    /// <summary>The format that <c>Content-Type</c> names; null where it is none of ours, or text in another encoding than UTF-8.</summary>
    internal static SummaryFormat? Given(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && SummaryFormat.OfMediaType(type.MediaType.ToString()) is { } format
        && (!format.IsText || !type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            ? format
            : null;

    private static bool Fits(MediaTypeHeaderValue range, SummaryFormat format) =>
        range.MatchesAllTypes
        || range.MediaType.Equals(format.MediaType, StringComparison.OrdinalIgnoreCase)
        || (range.MatchesAllSubTypes && format.MediaType.StartsWith($"{range.Type}/", StringComparison.OrdinalIgnoreCase));
}
