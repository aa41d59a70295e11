namespace Knowledge.Text;

/// <summary>Words with the look of a numeral that say no number: 统一, 一次性, 百强, 5g. The list is idioms.txt.</summary>
internal static class Idioms
{
    private static readonly WordTable Words = new(TextData.Words("idioms"));

    // How far behind its beginning an idiom's first numeral character may stand (进一步: one).
    private static readonly int Reach = TextData.Words("idioms").Max(word => word.Select((c, i) => (c, i)).First(x => Digits.IsNumeral(x.c) || x.c == '半').i);

    /// <summary>Where the idiom ends that covers this place; the place itself where none does.</summary>
    internal static int End(string text, int at)
    {
        var end = at;
        for (var start = at; start >= 0 && start >= at - Reach; start--)
        {
            if (Words.At(text, start) is { } word && start + word.Length > end && Stands(text, start, word)) end = start + word.Length;
        }

        return end;
    }

    // 5g is none in 45g, 4k none in 4km, and 「十分」 of 「十分之一」 is a fraction.
    private static bool Stands(string text, int start, string word)
    {
        var end = start + word.Length;
        if (word is "十分" or "万分") return end >= text.Length || (text[end] != '之' && text[end] != '钟');
        if (!Digits.IsArabic(word[0])) return true;
        return (end >= text.Length || !(Digits.IsLatin(text[end]) || Digits.IsArabic(text[end]))) && (start == 0 || !(Digits.IsArabic(text[start - 1]) || text[start - 1] == '.'));
    }
}
