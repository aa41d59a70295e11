namespace Knowledge.Index;

/// <summary>Works out which share of what a query asks a text speaks of.</summary>
internal sealed class Coverage
{
    private readonly Query query;
    private readonly Postings postings;
    private readonly CharacterTable table;
    private readonly int[] concepts;
    private readonly bool[] said;
    private readonly double greatest;
    private readonly double all;
    private readonly double allSpecific;

    /// <param name="query">What is asked.</param>
    /// <param name="postings">The index's terms.</param>
    /// <param name="table">Its characters.</param>
    /// <param name="vocabulary">Its vocabulary.</param>
    /// <param name="greatest">The idf of a term that no text has.</param>
    internal Coverage(Query query, Postings postings, CharacterTable table, Vocabulary vocabulary, double greatest)
    {
        (this.query, this.postings, this.table, this.greatest) = (query, postings, table, greatest);
        concepts = query.Matches.Count == 0 ? [] : new int[query.Matches.Count];
        said = concepts.Length == 0 ? [] : new bool[concepts.Length];
        for (var i = 0; i < concepts.Length; i++) concepts[i] = vocabulary.FindConcept(query.Matches[i].Value);
        all = greatest * (query.Terms.Unknown + query.Characters.Unknown);
        allSpecific = greatest * (query.Terms.UnknownSpecific + query.Characters.UnknownSpecific);
        for (var i = 0; i < concepts.Length; i++)
        {
            all += UnknownIn(i);
            allSpecific += UnknownIn(i);
        }

        foreach (var term in query.Terms.Terms)
        {
            all += term.Asked ? postings.Idf(term.Id) : 0;
            allSpecific += term.Specific ? postings.Idf(term.Id) : 0;
        }

        foreach (var character in query.Characters.Terms)
        {
            all += character.Asked ? table.Idf(character.Id) : 0;
            allSpecific += character.Specific ? table.Idf(character.Id) : 0;
        }
    }

    /// <summary>The share, 0 … 1, of all that is asked, and of what in particular is asked for; of that 1 where nothing particular is.</summary>
    internal (double Asked, double Specific) Of(int text)
    {
        if (all <= 0) return (0, 1);
        var (found, specific) = (0d, 0d);
        for (var i = 0; i < concepts.Length; i++)
        {
            said[i] = concepts[i] != Vocabulary.Unknown && postings.Has(concepts[i], text);
            if (!said[i]) continue;
            found += UnknownIn(i);
            specific += UnknownIn(i);
        }

        foreach (var term in query.Terms.Terms)
        {
            if (!term.Asked || !(Said(term) || postings.Has(term.Id, text))) continue;
            found += postings.Idf(term.Id);
            specific += term.Specific ? postings.Idf(term.Id) : 0;
        }

        foreach (var character in query.Characters.Terms)
        {
            if (!character.Asked || !(Said(character) || table.Has(character.Id, text))) continue;
            found += table.Idf(character.Id);
            specific += character.Specific ? table.Idf(character.Id) : 0;
        }

        return (Math.Clamp(found / all, 0, 1), allSpecific <= 0 ? 1 : Math.Clamp(specific / allSpecific, 0, 1));
    }

    // The text says in other words what the lexicon's word says.
    private bool Said(QueryTerm term) => term.Match >= 0 && said[term.Match];

    private double UnknownIn(int match) => greatest * (query.Terms.UnknownIn[match] + query.Characters.UnknownIn[match]);
}
