using System.Buffers;
using System.Reflection;
using Bot.Understanding.Marks;
using Bot.Understanding.Words;
using Knowledge.Index;
using Knowledge.Search;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Bot.Understanding.Deciding;

/// <summary>Whether the best clause found answers at all; the limits are data (Words/answerability.yml).</summary>
internal sealed class Answerability
{
    // More terms than this say nothing more.
    private const int MostTerms = 3;

    private readonly Limits limits;
    private readonly Lexicon lexicon;
    private readonly SearchValues<string> award;
    private readonly SearchValues<string> had;
    private readonly SearchValues<string> document;

    internal Answerability(Lexicon lexicon)
    {
        this.lexicon = lexicon;
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{typeof(WordLists).Namespace}.answerability.yml")
            ?? throw new InvalidOperationException("answerability.yml is not part of the program.");
        using var reader = new StreamReader(stream);
        limits = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<Limits>(reader);
        award = SearchValues.Create([.. limits.AwardWords], StringComparison.Ordinal);
        had = SearchValues.Create([.. limits.HadWords], StringComparison.Ordinal);
        document = SearchValues.Create([.. limits.DocumentWords], StringComparison.Ordinal);
    }

    internal double AlsoCited => limits.AlsoCited;

    internal double LeastForUnits => limits.LeastForUnits;

    internal double LeastForEach => limits.LeastForEach;

    /// <summary>Below this margin a clause answers barely.</summary>
    internal double Sure => limits.Sure;

    /// <summary>From this margin on a clause that does not answer is worth a look.</summary>
    internal double Near => limits.Near;

    /// <summary>Whether a clause speaks of so much of what is asked that nothing else need be considered.</summary>
    internal bool IsClear(ClauseHit hit) => hit.Coverage >= limits.ClearCoverage;

    /// <summary>Whether the best clause answers: a logistic score over how much of the question it speaks of, and of what in particular is asked for, how well it matches, and what the message leans on.</summary>
    /// <returns>Above 0 where it does, and the further the surer.</returns>
    internal double Margin(Message message, ClauseHit best, bool elliptical)
    {
        var anchored = message.Documents.Count > 0 || lexicon.FindDepartments(message.Text).Count > 0 || !message.References.IsEmpty;
        var terms = Math.Min(MostTerms, lexicon.CountParticular(message.Text) + (NamesAward(message, best) ? 1 : 0));
        return limits.Bias + (limits.Coverage * best.Coverage) + (limits.Specific * best.Specific) + (limits.Match * Math.Log(1 + best.Score)) + (limits.Term * terms)
            + (anchored ? limits.Anchored : 0) + (elliptical ? limits.Elliptical : 0)
            + (message.Text.AsSpan().ContainsAny(award) && !message.Text.AsSpan().ContainsAny(had) ? limits.Award : 0) + (message.Text.AsSpan().ContainsAny(document) ? limits.Document : 0);
    }

    // What a calculator declares of its award's words is known as the lexicon's words are.
    private static bool NamesAward(Message message, ClauseHit best)
    {
        foreach (var mark in message.Marks)
        {
            if (mark.Meaning is Meaning.AwardWord word && best.Clause.Is(word.Calculator.Clause)) return true;
        }

        return false;
    }

    private sealed class Limits
    {
        public double Bias { get; set; }

        public double Coverage { get; set; }

        public double Match { get; set; }

        public double Specific { get; set; }

        public double Term { get; set; }

        public double Anchored { get; set; }

        public double Elliptical { get; set; }

        public double Award { get; set; }

        public List<string> AwardWords { get; set; } = [];

        public List<string> HadWords { get; set; } = [];

        public double Document { get; set; }

        public List<string> DocumentWords { get; set; } = [];

        public double LeastForUnits { get; set; }

        public double LeastForEach { get; set; }

        public double ClearCoverage { get; set; }

        public double AlsoCited { get; set; }

        public double Sure { get; set; }

        public double Near { get; set; }
    }
}
