namespace Knowledge.Text;

/// <summary>Writes known phrases where a text has characters that only sound like them, the usual slip of typing by pinyin: 区块连.</summary>
/// <remarks>
/// Each repair has its phrase's length, so every place of the text keeps its way back to what was written. At most half of a phrase's
/// characters are changed; digits, Latin and number words never are, nor are they produced. Where two phrases sound like a stretch the
/// longest is taken, then the nearest in writing, then the first of the vocabulary. Immutable, linear in the text, and without an allocation where nothing is to be repaired.
/// </remarks>
public sealed class HomophoneRepair
{
    internal const int Shortest = 3;

    private readonly SoundTrie phrases;
    private readonly SoundFilter filter;
    private readonly RepairGuard guard;

    /// <summary>Prepares to repair towards a vocabulary.</summary>
    /// <param name="vocabulary">
    /// Known phrases, normalised, the documents' own wording first; those of fewer than three characters only show what belongs together.
    /// It should hold no slips: a phrase that is known is never repaired.
    /// </param>
    public HomophoneRepair(IEnumerable<string> vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        string[] words = [.. vocabulary];
        string[] heard = [.. words.Where(word => word.Length >= Shortest)];
        phrases = new SoundTrie(heard.Select(phrase => (phrase, Allowance(phrase))));
        filter = new SoundFilter(heard);
        guard = new RepairGuard(phrases, filter, words);
    }

    /// <summary>The text with its slips repaired; the same object where there are none.</summary>
    public NormalisedText Repair(NormalisedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var written = text.Text;
        char[]? repaired = null;
        for (var i = 0; i <= written.Length - Shortest;)
        {
            var phrase = filter.MayBegin(written, i) ? new HomophoneSearch(phrases, guard, written, i).Find() : null;
            if (phrase is not null) phrase.CopyTo(0, repaired ??= written.ToCharArray(), i, phrase.Length);
            i += phrase?.Length ?? 1;
        }

        return repaired is null ? text : text.Rewritten(new string(repaired));
    }

    /// <summary>How many characters of a phrase may be wrong: half of those that can be, none where too few can.</summary>
    internal static int Allowance(string phrase)
    {
        var repairable = 0;
        foreach (var c in phrase)
        {
            if (PinyinTable.IsRepairable(c)) repairable++;
        }

        return repairable < Shortest ? 0 : repairable / 2;
    }
}
