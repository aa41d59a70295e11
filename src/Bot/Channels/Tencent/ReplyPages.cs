using System.Globalization;
using System.Text;

namespace Bot.Channels.Tencent;

/// <summary>An answer as messages of at most 2048 bytes, each but the last saying how to read on.</summary>
internal static class ReplyPages
{
    /// <summary>Bytes of UTF-8 in a text message, for both services.</summary>
    internal const int MostBytes = 2048;

    private const int FooterBytes = 80;

    /// <summary>The messages, in order.</summary>
    /// <param name="text">The answer.</param>
    /// <param name="suggestions">What may be asked next; it stands at the end where it fits.</param>
    internal static IReadOnlyList<string> Of(string text, IReadOnlyList<string> suggestions)
    {
        var end = suggestions.Count == 0 ? "" : "\n\n您还可以问：" + string.Concat(suggestions.Select(s => "\n· " + s));
        if (Bytes(text) <= MostBytes) return [WithEnd(text, end)];
        var pages = TextPages.Cut(text, MostBytes - FooterBytes);
        return [.. pages.Select((page, i) => i == pages.Count - 1 ? WithEnd(page, end) : page + Footer(page, i + 1, pages.Count))];
    }

    /// <summary>Adds a line where it fits.</summary>
    internal static string WithEnd(string page, string end) => Bytes(page) + Bytes(end) <= MostBytes ? page + end : page;

    internal static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    private static string Footer(string page, int number, int count) =>
        (page.EndsWith('\n') ? "" : "\n") + string.Create(CultureInfo.InvariantCulture, $"（{number}/{count}，未完，回复「继续」看下文）");
}
