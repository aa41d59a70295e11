using System.Reflection;
using Calculators.Awards;
using Calculators.Tests.Support;

namespace Calculators.Tests;

/// <summary>docs/open-questions.md and the code say the same.</summary>
public sealed class OpenQuestionsTests
{
    private const string CaveatLine = "Caveat: `";

    private static IEnumerable<string> Lines => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "docs", "open-questions.md"));

    internal static IReadOnlySet<string> Codes { get; } =
        typeof(CaveatCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!).ToHashSet(StringComparer.Ordinal);

    [Fact]
    public void Every_caveat_is_explained_once_and_nothing_else_is() => Assert.Equal(
        Codes.Order(StringComparer.Ordinal),
        Lines.Where(line => line.StartsWith(CaveatLine, StringComparison.Ordinal)).Select(line => line[CaveatLine.Length..].TrimEnd('`')).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_quote_is_verbatim() => Assert.All(
        Lines.Where(line => line.StartsWith("> ", StringComparison.Ordinal)).Select(line => line[2..].Split(": ", 2)),
        quote => Assert.Contains(quote[1], Clauses.Text(quote[0]), StringComparison.Ordinal));
}
