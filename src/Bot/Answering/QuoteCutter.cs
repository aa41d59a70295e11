using System.Buffers;
using Knowledge.Corpus;
using Knowledge.Search;
using Knowledge.Text;

namespace Bot.Answering;

/// <summary>Cuts from a clause the sentences that support an answer.</summary>
internal sealed class QuoteCutter(ClauseSearch search)
{
    private const int MostSentences = 2;
    private const int Longest = 160;
    private const int MostGist = 2;
    private static readonly SearchValues<string> GivingWords = SearchValues.Create(["给予", "奖励", "奖补", "补助", "支持资金"], StringComparison.Ordinal);
    private static readonly SearchValues<string> DeferralWords = SearchValues.Create(["参照《", "另行下发", "实施细则", "按规定给予", "模板见附件", "（模板）", "(模板)", "等文件精神"], StringComparison.Ordinal);

    /// <summary>Reads a query once, to cut several clauses by it. To be disposed of by the method that asked for it.</summary>
    internal SentenceCutter.Asked Ask(string query) => search.Cutter.Ask(query);

    /// <summary>The words that answer the query best, at sentence borders.</summary>
    internal string Best(Clause clause, string query)
    {
        using var asked = Ask(query);
        return Best(clause, asked);
    }

    /// <summary>The words that answer the query best, at sentence borders.</summary>
    internal static string Best(Clause clause, SentenceCutter.Asked query)
    {
        var span = query.Best(clause.Text, MostSentences, Longest);
        var sentences = ClauseReadings.Of(clause).Sentences;
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = sentences[i];
            if (sentence.Span == span) return sentence.Text;
            // The heading is named beside the quote already.
            if (sentence.IsHeading && sentence.Span.Start == span.Start && sentence.Span.End < span.End)
                span = new TextSpan(sentence.Span.End, span.End - sentence.Span.End);
        }

        return clause.Text.Substring(span.Start, span.Length);
    }

    /// <summary>The words that name the responsible units; the whole text where it names none.</summary>
    internal static string Units(Clause clause)
    {
        var start = clause.Text.LastIndexOf("〔责任单位", StringComparison.Ordinal);
        return start < 0 ? clause.Text : clause.Text[start..];
    }

    /// <summary>The sentences that carry most of a clause: those that give an amount or a rate, else one that gives something, else the first after the heading.</summary>
    internal static IReadOnlyList<string> Gist(Clause clause)
    {
        ClauseSentence[] sentences = [.. ClauseReadings.Of(clause).Sentences.Where(SaysSomething)];
        if (sentences.Length == 0) return [clause.Text];
        var best = sentences.Max(Weight);
        return best == 0 ? [sentences[0].Text] : [.. sentences.Where(s => Weight(s) == best).Take(MostGist).Select(s => s.Text)];
    }

    private static bool SaysSomething(ClauseSentence sentence) => !sentence.IsHeading && sentence.Text[0] != '〔';

    // Something given, and how much of it.
    private static int Weight(ClauseSentence sentence) => (sentence.Text.AsSpan().ContainsAny(GivingWords) ? 2 : 0) + (sentence.StatesFigure ? 1 : 0);

    /// <summary>The main sentences of a clause in order, the best three; all of a short one.</summary>
    internal IReadOnlyList<string> Main(Clause clause, string query)
    {
        const int enough = 3;
        ClauseSentence[] sentences = [.. ClauseReadings.Of(clause).Sentences.Where(SaysSomething)];
        // 3.5 is but its heading: that is all it says.
        if (sentences.Length == 0) return [clause.Text];
        if (sentences.Length <= enough) return [.. sentences.Select(s => s.Text)];
        var best = search.Cutter.Best(clause.Text, query, 1, Longest);
        return
        [
            .. sentences
                .OrderByDescending(s => s.Span.Overlaps(best))
                .ThenByDescending(s => s.StatesFigure)
                .ThenBy(s => s.Span.Start)
                .Take(enough)
                .OrderBy(s => s.Span.Start)
                .Select(s => s.Text),
        ];
    }

    /// <summary>The sentence by which a clause leaves the detail to another document or to later rules; null where it does not.</summary>
    internal static string? Deferral(Clause clause)
    {
        if (!clause.Text.AsSpan().ContainsAny(DeferralWords)) return null;
        foreach (var sentence in ClauseReadings.Of(clause).Sentences)
        {
            if (sentence.Text.AsSpan().ContainsAny(DeferralWords)) return sentence.Text;
        }

        return null;
    }
}
