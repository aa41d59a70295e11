using Calculators.Awards;

namespace Calculators.Rules;

/// <summary>Something about an award that its clause leaves open and that people ask for by itself: 每年都能拿吗.</summary>
/// <param name="Code">The caveat's code, one of <see cref="CaveatCodes"/>; docs/open-questions.md explains it.</param>
/// <param name="Text">What is open and how it is read here, one sentence in Chinese.</param>
/// <param name="Quote">The words that leave it open.</param>
/// <param name="Words">The words by which people ask; 「…」 stands for a gap.</param>
public sealed record OpenPoint(string Code, string Text, Quote Quote, IReadOnlyList<string> Words)
{
    /// <summary>The same, as it stands beside a figure.</summary>
    public Caveat Caveat => new(Code, Text, Quote);
}
