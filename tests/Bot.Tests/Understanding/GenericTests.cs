using Bot.Understanding.Marks;
using Calculators.Rules;

namespace Bot.Tests.Understanding;

/// <summary>Understanding reads declarations; a calculator added tomorrow is understood without touching it.</summary>
public sealed class GenericTests
{
    [Fact]
    public void Understanding_names_no_calculator_and_no_input()
    {
        string[] names = [.. Catalogue.Default.Calculators.Select(c => c.Name), .. Catalogue.Default.Inputs.Select(i => i.Name).Where(n => n.Length > 8), .. Catalogue.Default.Calculators.Select(c => c.GetType().Name)];
        var assembly = typeof(PhraseBook).Assembly;
        var strings = assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("Bot.Understanding", StringComparison.Ordinal) == true)
            .SelectMany(t => t.GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public))
            .Where(f => f.FieldType == typeof(string) || f.FieldType == typeof(string[]))
            .SelectMany(f => f.GetValue(null) is string[] many ? many : [f.GetValue(null) as string ?? ""])
            .Concat(assembly.GetTypes().Where(t => t.Namespace?.StartsWith("Bot.Understanding", StringComparison.Ordinal) == true).Select(t => t.Name));
        Assert.Empty(strings.Intersect(names, StringComparer.OrdinalIgnoreCase));
    }
}
