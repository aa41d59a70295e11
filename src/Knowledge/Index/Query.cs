namespace Knowledge.Index;

/// <summary>A query as one index reads it: terms, characters, and the lexicon's words with what they stand for.</summary>
internal sealed class Query
{
    // A lexicon term is worth more than a bigram, many of which are chance; the parts of its wording, which nobody asked for, less.
    private const float ConceptWeight = 1.5f;
    private const float WordingWeight = 0.5f;

    private Query(List<WordMatch> matches, List<WordMatch> fillers, List<WordMatch> frames) =>
        (Matches, Terms, Characters) = (matches, new QueryFamily(matches, fillers, frames), new QueryFamily(matches, fillers, frames));

    /// <summary>The words of the lexicon; a value is a lexicon term's place.</summary>
    internal List<WordMatch> Matches { get; }

    /// <summary>Bigrams, words and lexicon terms.</summary>
    internal QueryFamily Terms { get; }

    /// <summary>Single characters.</summary>
    internal QueryFamily Characters { get; }

    /// <param name="text">A normalised text.</param>
    /// <param name="vocabulary">The index's terms.</param>
    /// <param name="table">The index's characters.</param>
    /// <param name="lexicon">The words that people use.</param>
    /// <param name="wordings">For each lexicon term the index's terms that its wording consists of.</param>
    internal static Query Read(string text, Vocabulary vocabulary, CharacterTable table, Lexicon lexicon, int[][] wordings)
    {
        var (matches, fillers, frames) = (new List<WordMatch>(), new List<WordMatch>(), new List<WordMatch>());
        lexicon.Words.FindLongest(text, matches);
        lexicon.FindFillers(text, fillers);
        lexicon.FindFrames(text, matches, frames);
        var query = new Query(matches, fillers, frames);

        var scanner = new TermScanner(text);
        while (scanner.MoveNext()) query.Terms.Add(vocabulary.Find(scanner), scanner.Start, scanner.Start + scanner.Length, !text.AsSpan(scanner.Start, scanner.Length).ContainsAnyExceptInRange('0', '9'));
        for (var i = 0; i < text.Length; i++)
        {
            if (Index.Characters.IsHan(text[i])) query.Characters.Add(table.Find(text[i]), i, i + 1, isFigure: false);
        }

        foreach (var match in matches)
        {
            var id = vocabulary.FindConcept(match.Value);
            if (id == Vocabulary.Unknown) continue;
            query.Terms.AddSynonym(id, ConceptWeight);
            foreach (var part in wordings[match.Value]) query.Terms.AddSynonym(part, WordingWeight);
        }

        query.Terms.Merge();
        query.Characters.Merge();
        return query;
    }
}
