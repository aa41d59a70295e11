using Knowledge.Corpus;
using Knowledge.Search;
using Knowledge.Text;

namespace Bot.Answering;

/// <summary>Cuts from a clause the sentences that support an answer.</summary>
internal sealed class QuoteCutter(ClauseSearch search)
{
    private const int MostSentences = 2;
    private const int Longest = 160;

    /// <summary>The words that answer the query best, at sentence borders.</summary>
    internal string Best(Clause clause, string query)
    {
        var span = search.Cutter.Best(clause.Text, query, MostSentences, Longest);
        // The heading is named beside the quote already.
        foreach (var sentence in Sentences.Of(clause.Text))
        {
            if (sentence.Start == span.Start && sentence.End < span.End && Sentences.IsHeading(clause.Text.AsSpan(sentence.Start, sentence.Length)))
                span = new TextSpan(sentence.End, span.End - sentence.End);
        }

        return Slice(clause, span);
    }

    /// <summary>The words that name the responsible units; the whole text where it names none.</summary>
    internal static string Units(Clause clause)
    {
        var start = clause.Text.LastIndexOf("〔责任单位", StringComparison.Ordinal);
        return start < 0 ? clause.Text : clause.Text[start..];
    }

    /// <summary>The sentence that carries most of a clause: the one with an amount or a rate, or else the first after the heading.</summary>
    internal static string Gist(Clause clause)
    {
        var sentences = Sentences.Of(clause.Text);
        foreach (var sentence in sentences)
        {
            var text = Slice(clause, sentence);
            if (NumberReader.Read(text).Any(n => n.Kind is NumberKind.Money or NumberKind.Percent)) return text;
        }

        foreach (var sentence in sentences)
        {
            var text = Slice(clause, sentence);
            if (!Sentences.IsHeading(text) && !text.StartsWith('〔')) return text;
        }

        return clause.Text;
    }

    /// <summary>The main sentences of a clause in order, the best three; all of a short one.</summary>
    internal IReadOnlyList<string> Main(Clause clause, string query)
    {
        const int enough = 3;
        TextSpan[] sentences = [.. Sentences.Of(clause.Text).Where(s => !Sentences.IsHeading(clause.Text.AsSpan(s.Start, s.Length)) && clause.Text[s.Start] != '〔')];
        // 3.5 is but its heading: that is all it says.
        if (sentences.Length == 0) return [clause.Text];
        if (sentences.Length <= enough) return [.. sentences.Select(s => Slice(clause, s))];
        var best = search.Cutter.Best(clause.Text, query, 1, Longest);
        return
        [
            .. sentences
                .OrderByDescending(s => s.Overlaps(best))
                .ThenByDescending(s => NumberReader.Read(Slice(clause, s)).Any(n => n.Kind is NumberKind.Money or NumberKind.Percent))
                .ThenBy(s => s.Start)
                .Take(enough)
                .OrderBy(s => s.Start)
                .Select(s => Slice(clause, s)),
        ];
    }

    /// <summary>The sentence by which a clause leaves the detail to another document or to later rules; null where it does not.</summary>
    internal static string? Deferral(Clause clause)
    {
        foreach (var sentence in Sentences.Of(clause.Text))
        {
            var text = Slice(clause, sentence);
            foreach (var word in DeferralWords)
            {
                if (text.Contains(word, StringComparison.Ordinal)) return text;
            }
        }

        return null;
    }

    private static readonly string[] DeferralWords = ["参照《", "另行下发", "实施细则", "按规定给予", "模板见附件", "（模板）", "(模板)", "等文件精神"];

    private static string Slice(Clause clause, TextSpan span) => clause.Text.Substring(span.Start, span.Length);
}
