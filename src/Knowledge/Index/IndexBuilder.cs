using Knowledge.Text;

namespace Knowledge.Index;

/// <summary>Builds one index: reads the texts one after the other, counts their terms, then weighs them.</summary>
internal sealed class IndexBuilder(Lexicon lexicon)
{
    private readonly Vocabulary vocabulary = new(lexicon.Terms.Count);
    private readonly ushort[] characterIds = new ushort[char.MaxValue + 1];
    private readonly List<WordMatch> matches = [];
    private int characterCount = 1; // 0 is no character.

    internal Bm25Index Build(IReadOnlyList<IndexedText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var (terms, characters) = (new TermCounts(texts.Count), new TermCounts(texts.Count));
        foreach (var text in texts)
        {
            // The full stop keeps the last character of the title from making a bigram with the first of the text.
            var normal = Normaliser.Normalise(text.Title + "。" + text.Text).Text;
            CountTerms(normal, terms);
            CountCharacters(normal, characters);
        }

        return new Bm25Index(
            [.. texts.Select(text => text.Id)],
            lexicon,
            vocabulary,
            PostingsBuilder.Build(terms, vocabulary.Count),
            CharacterTable.Build(characters, characterIds, characterCount));
    }

    // Lexicon terms do not make a text longer: they are its words once more.
    private void CountTerms(string text, TermCounts counts)
    {
        var length = 0;
        var scanner = new TermScanner(text);
        for (; scanner.MoveNext(); length++) counts.Count(vocabulary.Add(scanner));
        matches.Clear();
        lexicon.Wordings.FindAll(text, matches);
        foreach (var match in matches) counts.Count(vocabulary.AddConcept(match.Value));
        counts.End(length);
    }

    private void CountCharacters(string text, TermCounts counts)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (!Characters.IsHan(c)) continue;
            if (characterIds[c] == 0) characterIds[c] = (ushort)characterCount++;
            counts.Count(characterIds[c]);
            length++;
        }

        counts.End(length);
    }
}
