using System.Buffers;

namespace Knowledge.Text;

/// <summary>Keeps apart what only sounds like a phrase: a stretch that is right as it stands, or that is no unit of its sentence.</summary>
internal sealed class RepairGuard
{
    // Words of one character, which stand before, after and between all others: 「是财政出钱」 does not mean 市财政.
    private static readonly SearchValues<char> Particles = SearchValues.Create(
        "的地得了着过吗呢吧啊嘛是在有又再和与及或跟给把被对从向往由于以已而且但则就才都也还只不没未无非我你他她它您咱们这那哪谁什么怎些多少个各每某其此该来去到上下里中外前后内时要能会可想说看问请让用为因所如若做搞");

    private const int LongEnough = 5;

    private readonly SoundTrie phrases;
    private readonly SoundFilter filter;
    private readonly HashSet<int> pairs = [];

    /// <param name="phrases">The phrases that are repaired towards.</param>
    /// <param name="filter">Where these may begin.</param>
    /// <param name="vocabulary">All known words, those of two characters too.</param>
    internal RepairGuard(SoundTrie phrases, SoundFilter filter, IEnumerable<string> vocabulary)
    {
        this.phrases = phrases;
        this.filter = filter;
        foreach (var word in vocabulary.Concat(TextData.Words("everyday")))
        {
            if (word.Length < 2) continue;

            // Where a phrase begins and ends a word begins and ends; between them 练项 in 训练项目 is none.
            pairs.Add(Pair(word[0], word[1]));
            pairs.Add(Pair(word[^2], word[^1]));
        }
    }

    /// <summary>Whether the phrase may be written here.</summary>
    /// <param name="text">What is written.</param>
    /// <param name="window">Where the phrase would stand.</param>
    /// <param name="phrase">What would be written.</param>
    /// <param name="wrong">How many characters would change.</param>
    internal bool Allows(string text, TextSpan window, string phrase, int wrong)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            var at = window.Start + i;
            if (text[at] == phrase[i]) continue;
            if (wrong == 1 && IsLoose(phrase, i) && (Particles.Contains(text[at]) || Particles.Contains(phrase[i]))) return false;
            if (StandsAlone(phrase, i) || IsTornOff(text, at, window) || IsKnown(text, at, window)) return false;
        }

        return true;
    }

    private static int Pair(char first, char second) => (first << 16) | second;

    // One wrong particle proves little where the rest of the phrase is a word without it, 财政 after 是, and nothing in a short phrase;
    // 「和同实际执行」 is another matter: nothing begins with 同实.
    private bool IsLoose(string phrase, int index)
    {
        if (index > 0 && index < phrase.Length - 1) return phrase.Length == HomophoneRepair.Shortest;
        return phrase.Length < LongEnough || pairs.Contains(index == 0 ? Pair(phrase[1], phrase[2]) : Pair(phrase[^3], phrase[^2]));
    }

    // 拿 in 能不能拿, 花 in 怎么花: the particles around it would carry any other verb as well.
    private static bool StandsAlone(string phrase, int index) =>
        (index == 0 || Particles.Contains(phrase[index - 1])) && (index == phrase.Length - 1 || Particles.Contains(phrase[index + 1]));

    // 「重点现在」: 现 belongs to 现在, which the stretch 重点现 tears apart, so that 重点县 is not meant; a unit belongs to its number.
    private bool IsTornOff(string text, int at, TextSpan window)
    {
        if (at == window.Start && at > 0 && (pairs.Contains(Pair(text[at - 1], text[at])) || PinyinTable.IsNumeral(text[at - 1]))) return true;
        return at == window.End - 1 && at + 1 < text.Length && pairs.Contains(Pair(text[at], text[at + 1]));
    }

    // A phrase that stands here already is right, unless the longer one that is heard around it holds it whole.
    private bool IsKnown(string text, int changed, TextSpan window)
    {
        var last = Math.Min(changed, text.Length - HomophoneRepair.Shortest);
        for (var start = Math.Max(0, changed - phrases.Longest + 1); start <= last; start++)
        {
            if (!filter.MayBegin(text, start)) continue;
            var node = SoundTrie.Root;
            for (var at = start; at < text.Length; at++)
            {
                node = phrases.Exactly(node, text[at]);
                if (node == SoundTrie.Root) break;
                var known = new TextSpan(start, at + 1 - start);
                if (at >= changed && phrases.Phrase(node) is not null && (known.Length >= window.Length || !window.Contains(known))) return true;
            }
        }

        return false;
    }
}
