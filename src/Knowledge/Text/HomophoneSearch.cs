namespace Knowledge.Text;

/// <summary>Looks for the longest phrase that sounds like what stands at one place of a text and is written otherwise.</summary>
internal ref struct HomophoneSearch
{
    private readonly SoundTrie phrases;
    private readonly RepairGuard guard;
    private readonly string text;
    private readonly int start;
    private string? best;
    private int errors;
    private int rank;

    internal HomophoneSearch(SoundTrie phrases, RepairGuard guard, string text, int start)
    {
        this.phrases = phrases;
        this.guard = guard;
        this.text = text;
        this.start = start;
    }

    /// <summary>The phrase to write here, the longest, then the one nearest to what is written, then the one listed first; null where there is none.</summary>
    internal string? Find()
    {
        Walk(SoundTrie.Root, start, 0);
        return best;
    }

    private void Walk(int node, int at, int wrong)
    {
        if (phrases.Phrase(node) is { } phrase && wrong > 0) Consider(phrase, wrong, phrases.Rank(node));
        if (at >= text.Length) return;
        var codes = PinyinTable.Codes(text[at]);
        for (var rest = codes; rest != 0; rest >>= 16)
        {
            foreach (var next in phrases.Next(node, PinyinTable.First(rest)))
            {
                if (rest != codes && Met(codes, rest, phrases.Letter(next))) continue;
                var errorsThen = phrases.Letter(next) == text[at] ? wrong : wrong + 1;
                if (errorsThen <= phrases.Allowance(next)) Walk(next, at + 1, errorsThen);
            }
        }
    }

    // A letter that shares two readings with the text's is one way on, not two.
    private static bool Met(ulong codes, ulong rest, char letter)
    {
        var of = PinyinTable.Codes(letter);
        for (; codes != rest; codes >>= 16)
        {
            if (PinyinTable.Holds(of, PinyinTable.First(codes))) return true;
        }

        return false;
    }

    private void Consider(string phrase, int wrong, int place)
    {
        if (wrong > HomophoneRepair.Allowance(phrase)) return;
        if (best is not null && (best.Length, -errors, -rank).CompareTo((phrase.Length, -wrong, -place)) > 0) return;
        if (!guard.Allows(text, new TextSpan(start, phrase.Length), phrase, wrong)) return;
        best = phrase;
        errors = wrong;
        rank = place;
    }
}
