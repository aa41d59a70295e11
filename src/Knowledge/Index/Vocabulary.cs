namespace Knowledge.Index;

/// <summary>Numbers the terms of the first family — bigrams, words, lexicon terms — from 0.</summary>
internal sealed class Vocabulary
{
    /// <summary>What <c>Find</c> gives for a term that no text has.</summary>
    internal const int Unknown = -1;

    private readonly BigramTable bigrams = new();
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> spans;
    private readonly int[] concepts;

    internal Vocabulary(int lexiconTerms)
    {
        spans = words.GetAlternateLookup<ReadOnlySpan<char>>();
        concepts = new int[lexiconTerms];
        Array.Fill(concepts, Unknown);
    }

    /// <summary>How many terms are numbered.</summary>
    internal int Count { get; private set; }

    internal int Find(in TermScanner term) => term.IsBigram
        ? bigrams.Find(term.Bigram)
        : spans.TryGetValue(term.Word, out var word) ? word : Unknown;

    internal int FindConcept(int lexiconTerm) => concepts[lexiconTerm];

    internal int Add(in TermScanner term)
    {
        var id = Find(term);
        if (id != Unknown) return id;
        if (term.IsBigram) bigrams.Add(term.Bigram, Count);
        else words.Add(term.Word.ToString(), Count);
        return Count++;
    }

    internal int AddConcept(int lexiconTerm) => concepts[lexiconTerm] != Unknown ? concepts[lexiconTerm] : concepts[lexiconTerm] = Count++;
}
