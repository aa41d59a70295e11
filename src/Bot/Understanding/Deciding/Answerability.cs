using System.Reflection;
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
    private const int MostTerms = 6;

    private readonly Limits limits;
    private readonly Lexicon lexicon;

    internal Answerability(Lexicon lexicon)
    {
        this.lexicon = lexicon;
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{typeof(WordLists).Namespace}.answerability.yml")
            ?? throw new InvalidOperationException("answerability.yml is not part of the program.");
        using var reader = new StreamReader(stream);
        limits = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<Limits>(reader);
    }

    internal double AlsoCited => limits.AlsoCited;

    internal double LeastForUnits => limits.LeastForUnits;

    internal double LeastForEach => limits.LeastForEach;

    /// <summary>Below this margin a clause answers barely.</summary>
    internal double Sure => limits.Sure;

    /// <summary>Whether a clause speaks of so much of what is asked that nothing else need be considered.</summary>
    internal bool IsClear(ClauseHit hit) => hit.Coverage >= limits.ClearCoverage;

    /// <summary>Whether the best clause answers: a logistic score over how much of the question it speaks of, how well it matches, and what the message leans on.</summary>
    /// <returns>Above 0 where it does, and the further the surer.</returns>
    internal double Margin(Message message, ClauseHit best, bool elliptical)
    {
        var anchored = message.Documents.Count > 0 || lexicon.FindDepartments(message.Text).Count > 0 || !message.References.IsEmpty;
        var terms = Math.Min(MostTerms, lexicon.FindTerms(message.Text).Select(t => t.Name).Distinct(StringComparer.Ordinal).Count());
        return limits.Bias + (limits.Coverage * best.Coverage) + (limits.Match * Math.Log(1 + best.Score)) + (limits.Term * terms)
            + (anchored ? limits.Anchored : 0) + (elliptical ? limits.Elliptical : 0);
    }

    private sealed class Limits
    {
        public double Bias { get; set; }

        public double Coverage { get; set; }

        public double Match { get; set; }

        public double Term { get; set; }

        public double Anchored { get; set; }

        public double Elliptical { get; set; }

        public double LeastForUnits { get; set; }

        public double LeastForEach { get; set; }

        public double ClearCoverage { get; set; }

        public double AlsoCited { get; set; }

        public double Sure { get; set; }
    }
}
