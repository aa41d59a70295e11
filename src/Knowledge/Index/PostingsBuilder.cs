namespace Knowledge.Index;

/// <summary>Turns the counts of the texts, text by text, into postings, term by term.</summary>
internal static class PostingsBuilder
{
    internal static Postings Build(TermCounts counts, int vocabulary)
    {
        var having = counts.Having(vocabulary);
        var idf = new float[vocabulary];
        var offsets = new int[vocabulary + 1];
        for (var term = 0; term < vocabulary; term++)
        {
            idf[term] = (float)Bm25.Idf(counts.Texts, having[term]);
            offsets[term + 1] = offsets[term] + having[term];
        }

        var texts = new int[offsets[vocabulary]];
        var weights = new float[offsets[vocabulary]];
        var next = offsets.AsSpan(0, vocabulary).ToArray();
        var norms = counts.Norms();
        for (var text = 0; text < counts.Texts; text++)
        {
            var terms = counts.Terms(text);
            var occurrences = counts.Occurrences(text);
            for (var i = 0; i < terms.Length; i++)
            {
                var term = terms[i];
                var place = next[term]++;
                texts[place] = text;
                weights[place] = idf[term] * Bm25.Saturation(occurrences[i], norms[text]);
            }
        }

        return new Postings(offsets, texts, weights, idf);
    }
}
