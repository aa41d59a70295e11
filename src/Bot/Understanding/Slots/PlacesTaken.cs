using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Slots;

/// <summary>A count of others that is told with oneself among them, or for a year in which it does not matter: 推荐了2个，我们是其中一个; 去年推荐了2个.</summary>
internal static class PlacesTaken
{
    private const int Farthest = 16;

    private static readonly string[] Ours = ["我们", "咱们", "我县", "我区", "本县", "我们县", "我们区"];

    private static readonly string[] Among =
    [
        .. Ours.SelectMany(o => new[] { $"{o}是其中", $"{o}就是其中", $"{o}也是其中", $"{o}在内", $"{o}就在里面", $"{o}也在里面", $"{o}占了一个", $"{o}占一个", $"{o}是其一" }),
        .. Ours.SelectMany(o => new[] { "其中一个是", "其中一个就是", "其中1个是", "其中1个就是", "其中有", "其中就有", "其中包括", "一个是", "一个就是", "包括", "包含", "含", "算上", "连同", "里面有", "里面就有" }.Select(w => w + o)),
    ];

    // 不包括我们, 没算上我们.
    private const string Denials = "不没未";

    /// <summary>The count for an input; null where it is of no matter.</summary>
    /// <param name="message">The message.</param>
    /// <param name="input">The input.</param>
    /// <param name="number">The figure as it was told.</param>
    internal static NumberReading? Of(Message message, CountInput input, NumberReading number)
    {
        if (input.OnlyIn is { } year && !IsOf(message, number, year)) return null;
        if (!input.OfOthers || number.Value < 1m || !IsAmong(message.Text, number)) return number;
        const decimal oneself = 1m;
        return number with { Value = number.Value - oneself, Low = number.Low - oneself, High = number.High - oneself };
    }

    // A year by number, 去年, or the one that the answer is for.
    private static bool IsOf(Message message, NumberReading number, int year)
    {
        const int notYear = 1000;
        var told = Years.Of(message.Text, number.Span.Start);
        if (told >= notYear) return told == year;
        return message.AsOf is not { } asOf || (asOf.Year == year && told is null or 0);
    }

    private static bool IsAmong(string text, NumberReading number)
    {
        foreach (var words in Among)
        {
            if (text.IndexOf(words, StringComparison.Ordinal) is >= 0 and var at && !(at > 0 && Denials.Contains(text[at - 1], StringComparison.Ordinal)) && Math.Abs(at - number.Span.End) <= Farthest) return true;
        }

        return false;
    }
}
