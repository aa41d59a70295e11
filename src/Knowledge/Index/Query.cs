namespace Knowledge.Index;

/// <summary>A query as one index reads it: terms, characters, and the lexicon's words with what they stand for. Reads one query after the other into the same lists.</summary>
internal sealed class Query
{
    // A lexicon term is worth more than a bigram, many of which are chance; the parts of its wording, which nobody asked for, less.
    private const float ConceptWeight = 1.5f;
    private const float WordingWeight = 0.5f;
    private const float LongestWording = 8;

    private readonly List<WordMatch> fillers = [];
    private readonly List<WordMatch> frames = [];

    internal Query() => (Terms, Characters) = (new QueryFamily(Matches, fillers, frames), new QueryFamily(Matches, fillers, frames));

    /// <summary>The words of the lexicon; a value is a lexicon term's place.</summary>
    internal List<WordMatch> Matches { get; } = [];

    /// <summary>Bigrams, words and lexicon terms.</summary>
    internal QueryFamily Terms { get; }

    /// <summary>Single characters.</summary>
    internal QueryFamily Characters { get; }

    /// <param name="text">A normalised text.</param>
    /// <param name="vocabulary">The index's terms.</param>
    /// <param name="table">The index's characters.</param>
    /// <param name="lexicon">The words that people use.</param>
    /// <param name="wordings">For each lexicon term the index's terms that its wording consists of.</param>
    internal void Read(string text, Vocabulary vocabulary, CharacterTable table, Lexicon lexicon, int[][] wordings)
    {
        Matches.Clear();
        fillers.Clear();
        frames.Clear();
        lexicon.Words.FindLongest(text, Matches);
        lexicon.FindFillers(text, fillers);
        lexicon.FindFrames(text, Matches, frames);
        Terms.Begin();
        Characters.Begin();

        var scanner = new TermScanner(text);
        while (scanner.MoveNext()) Terms.Add(vocabulary.Find(scanner), scanner.Start, scanner.Start + scanner.Length, IsFigure(scanner));
        for (var i = 0; i < text.Length; i++)
        {
            if (Index.Characters.IsHan(text[i])) Characters.Add(table.Find(text[i]), i, i + 1, isFigure: false);
        }

        foreach (var match in Matches)
        {
            var id = vocabulary.FindConcept(match.Value);
            if (id == Vocabulary.Unknown) continue;
            Terms.AddSynonym(id, ConceptWeight);
            // A term that is half a clause long would find that clause whatever else is asked.
            var parts = wordings[match.Value];
            var weight = WordingWeight * Math.Min(1, LongestWording / Math.Max(1, parts.Length));
            foreach (var part in parts) Terms.AddSynonym(part, weight);
        }

        Terms.Merge();
        Characters.Merge();
    }

    private static bool IsFigure(in TermScanner term)
    {
        if (term.IsBigram) return false;
        foreach (var c in term.Word)
        {
            if (!char.IsAsciiDigit(c)) return false;
        }

        return true;
    }
}
