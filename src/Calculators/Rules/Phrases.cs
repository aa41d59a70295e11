namespace Calculators.Rules;

/// <summary>Spells out how people combine words, so that a declaration names the parts and matching stays a plain look-up.</summary>
internal static class Phrases
{
    /// <summary>Every phrase that takes one word of each part, in order: [拿过, 领过] × [补助, 资金].</summary>
    internal static IReadOnlyList<string> Of(params IReadOnlyList<string>[] parts) =>
        [.. parts.Aggregate<IReadOnlyList<string>, IEnumerable<string>>([""], (phrases, part) => phrases.SelectMany(_ => part, (phrase, word) => phrase + word)).Distinct()];
}
