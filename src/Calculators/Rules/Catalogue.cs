using Calculators.Pilot2025;
using Calculators.Xunwu51;

namespace Calculators.Rules;

/// <summary>The calculators by name. A name of an input means the same in all of them.</summary>
public sealed class Catalogue
{
    /// <summary>The awards of both documents, in the order of their clauses.</summary>
    public static readonly Catalogue Default = new(
    [
        new ClusterParkGrant(),
        new Top100Listing(),
        new CoreIndustryRevenue(),
        new ManufacturingInternetService(),
        new DigitalInfrastructure(),
        new ApplicationScenario(),
        new EquityInvestment(),
        new TalentHousing(),
        new HighestAward(),
        new PilotFunding(),
        new PilotEligibility(),
    ]);

    private readonly Dictionary<string, Calculator> byName = new(StringComparer.Ordinal);

    /// <summary>Makes a catalogue.</summary>
    /// <exception cref="ArgumentException">Two calculators share a name, or an input's name has two meanings.</exception>
    public Catalogue(IReadOnlyList<Calculator> calculators)
    {
        ArgumentNullException.ThrowIfNull(calculators);
        var inputs = new Dictionary<string, Input>(StringComparer.Ordinal);
        foreach (var calculator in calculators)
        {
            if (!byName.TryAdd(calculator.Name, calculator)) throw new ArgumentException($"Two calculators are called {calculator.Name}.", nameof(calculators));
            var own = new HashSet<string>(StringComparer.Ordinal);
            foreach (var input in calculator.Inputs)
            {
                if (!own.Add(input.Name)) throw new ArgumentException($"{calculator.Name} has {input.Name} twice.", nameof(calculators));
                if (inputs.TryAdd(input.Name, input)) continue;
                if (!MeanTheSame(inputs[input.Name], input)) throw new ArgumentException($"{input.Name} means two things.", nameof(calculators));
            }
        }

        Calculators = [.. calculators];
        Inputs = [.. inputs.Values];
    }

    /// <summary>The calculators, in order.</summary>
    public IReadOnlyList<Calculator> Calculators { get; }

    /// <summary>Every input of every calculator once, in order: the profile of a screening.</summary>
    public IReadOnlyList<Input> Inputs { get; }

    /// <summary>The calculator of that name; null where there is none.</summary>
    public Calculator? Find(string name) => byName.GetValueOrDefault(name);

    private static bool MeanTheSame(Input one, Input other) =>
        one.GetType() == other.GetType()
        && one.Label == other.Label
        && (one is not ChoiceInput choice || choice.Options.Select(o => o.Value).SequenceEqual(((ChoiceInput)other).Options.Select(o => o.Value)));
}
