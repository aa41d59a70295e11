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

    /// <summary>Whether a clause speaks of so much of what is asked that nothing else need be considered.</summary>
    internal bool IsClear(ClauseHit hit) => hit.Coverage >= limits.ClearCoverage;

    /// <summary>Whether the clause speaks of enough of what is asked.</summary>
    internal bool Answers(Message message, ClauseHit best, bool elliptical)
    {
        var anchored = lexicon.FindDocuments(message.Text).Count > 0 || lexicon.FindDepartments(message.Text).Count > 0 || message.References.Count > 0;
        var least = anchored ? limits.LeastCoverageAnchored : elliptical ? limits.LeastCoverageElliptical : limits.LeastCoverage;
        return best.Coverage >= least;
    }

    private sealed class Limits
    {
        public double LeastCoverage { get; set; }

        public double LeastCoverageAnchored { get; set; }

        public double LeastCoverageElliptical { get; set; }

        public double LeastForUnits { get; set; }

        public double ClearCoverage { get; set; }

        public double AlsoCited { get; set; }
    }
}
