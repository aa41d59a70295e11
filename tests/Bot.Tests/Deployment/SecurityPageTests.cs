using System.Text.RegularExpressions;
using Bot.Tests.Support;

namespace Bot.Tests.Deployment;

/// <summary>docs/security.md promises nothing that no test shows.</summary>
public sealed partial class SecurityPageTests
{
    [Fact]
    public void Every_threat_names_tests_that_exist()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Tests().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);
        var rows = Repository.Read("docs", "security.md").Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal) && !l.StartsWith("| 威胁 ", StringComparison.Ordinal)).Select(l => l.Split('|')).ToList();
        Assert.True(rows.Count > 20);
        foreach (var row in rows)
        {
            Assert.True(row.Length == 5 && row[1].Trim().Length > 0 && row[2].Trim().Length > 0, string.Join('|', row));
            List<string> named = [.. Named().Matches(row[3]).Select(m => m.Groups[1].Value)];
            Assert.True(named.Count > 0, row[1]);
            Assert.Equal([], named.Where(n => !tests.Contains(n)));
        }
    }

    [GeneratedRegex(@"public (?:async Task|Task|void) ([A-Z]\w+)\(", RegexOptions.NonBacktracking)]
    private static partial Regex Tests();

    [GeneratedRegex("`([^`]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}
