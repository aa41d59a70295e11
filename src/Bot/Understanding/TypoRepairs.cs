using Bot.Understanding.Words;
using Calculators.Rules;
using Knowledge.Corpus;
using Knowledge.Index;
using Knowledge.Text;

namespace Bot.Understanding;

/// <summary>What a message may have meant where it was typed by sound: 区块练 for 区块链. Learned from the documents, the declarations and the lexicon.</summary>
internal static class TypoRepairs
{
    private const int Shortest = 3;

    internal static HomophoneRepair Build(IReadOnlyList<Calculator> calculators, DocumentSet documents, Lexicon lexicon)
    {
        var corpus = string.Concat(documents.Clauses.Select(c => Normaliser.Normalise(c.Heading + c.Text).Text));
        List<string> phrases =
        [
            .. Phrases(calculators, lexicon)
                .SelectMany(p => p.Split('…', '$'))
                .Select(p => Normaliser.Normalise(p).Text)
                .Where(p => p.Length >= Shortest)
                .Distinct(StringComparer.Ordinal),
        ];
        List<string> attested = [.. phrases.Where(p => corpus.Contains(p, StringComparison.Ordinal))];
        var known = attested.ToHashSet(StringComparer.Ordinal);
        // The lists hold common typos as well (互连网): what the documents' own words would mend is no word to mend others by.
        var sure = new HomophoneRepair(attested);
        return new HomophoneRepair([.. attested, .. phrases.Where(p => !known.Contains(p) && sure.Repair(Normaliser.Normalise(p)).Text == p)]);
    }

    private static IEnumerable<string> Phrases(IReadOnlyList<Calculator> calculators, Lexicon lexicon) =>
    [
        .. calculators.SelectMany(c => c.Words),
        .. calculators.SelectMany(c => c.Inputs).SelectMany(Words),
        .. lexicon.Terms.SelectMany(t => t.Words.Prepend(t.Term)),
        .. WordLists.Read("cues.yml").Values.SelectMany(w => w),
    ];

    private static IEnumerable<string> Words(Input input) =>
    [
        input.Label, .. input.Words,
        .. input is YesNoInput yesNo ? [.. yesNo.Yes, .. yesNo.No, .. yesNo.Asking] : Array.Empty<string>(),
        .. input is ChoiceInput choice ? choice.Options.SelectMany(o => o.Words.Prepend(o.Label)) : [],
    ];
}
