using System.Text.RegularExpressions;
using Bot.Settings;
using Bot.Tests.Support;

namespace Bot.Tests.Settings;

/// <summary>Goes through the code: what is read is declared, what is declared is read.</summary>
public sealed partial class SweepTests
{
    // .NET's own: they are declared because offices use them, and read by the framework.
    private static readonly string[] Framework = ["Logging:LogLevel:Default", "Logging:Console:FormatterName"];

    private static readonly IReadOnlyDictionary<string, string> Sources = Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/Settings/Declared/", StringComparison.Ordinal))
        .ToDictionary(f => f, f => Comments().Replace(File.ReadAllText(f), ""));

    [Fact]
    public void Every_setting_that_the_code_reads_is_declared()
    {
        var declared = DeclaredSettings.All.Select(s => s.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = Read().Where(r => !declared.Contains(r.Name) && !declared.Any(d => d.StartsWith(r.Name + ":", StringComparison.OrdinalIgnoreCase))).Select(r => $"{r.Name} in {Path.GetRelativePath(Repository.Root, r.File)}").Distinct(StringComparer.Ordinal).ToList();
        Assert.True(missing.Count == 0, "Declare in src/Bot/Settings/Declared: " + string.Join("; ", missing));
    }

    [Fact]
    public void Every_setting_that_is_declared_is_read()
    {
        var read = Read().Select(r => r.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.Equal([], DeclaredSettings.All.Select(s => s.Name).Where(n => !read.Contains(n) && !Framework.Contains(n)));
    }

    private static List<(string File, string Name)> Read()
    {
        List<(string File, string Name)> read = [];
        foreach (var (file, text) in Sources)
        {
            // A whole name of ours, wherever it stands as a text of its own.
            read.AddRange(from Match m in WholeName().Matches(text) where DeclaredSettings.Sections.Contains(m.Groups[2].Value) select (file, m.Groups[1].Value));
            // configuration["…"], and helpers of the channels that take the settings first.
            read.AddRange(from Match m in Indexed().Matches(text) select (file, m.Groups[1].Value));
            read.AddRange(from Match m in Handed().Matches(text) select (file, m.Groups[1].Value));
            read.AddRange(from Match m in Constants().Matches(text) where m.Groups[1].Value.StartsWith("OTEL_", StringComparison.Ordinal) select (file, m.Groups[1].Value));
            // A file that names its section reads the names under it one by one.
            var sections = Section().Matches(text).Concat(Taken().Matches(text)).Select(m => m.Groups[1].Value).Where(s => DeclaredSettings.Sections.Contains(s.Split(':')[0])).ToHashSet(StringComparer.Ordinal);
            read.AddRange(from section in sections from Match m in Under().Matches(text) select (file, $"{section}:{m.Groups[1].Value}"));
            // Where a class is made from a section, each of its properties is a setting.
            foreach (var section in sections)
            {
                if (typeof(DeclaredSettings).Assembly.GetTypes().SingleOrDefault(t => t.Name == section + "Options") is { } options)
                    read.AddRange(options.GetProperties().Where(p => p.SetMethod is { IsPublic: true }).Select(p => (file, $"{section}:{p.Name}")));
            }
        }

        // The channels' shared reader takes both keys by a list of names.
        var channels = Sources.Single(s => s.Key.EndsWith("/ChannelSettings.cs", StringComparison.Ordinal)).Value;
        foreach (var key in (string[])["EncodingAesKey", "PreviousEncodingAesKey"])
        {
            Assert.Contains($"\"{key}\"", channels, StringComparison.Ordinal);
            read.AddRange([("ChannelSettings.cs", $"WeChat:{key}"), ("ChannelSettings.cs", $"WeCom:{key}")]);
        }

        return read;
    }

    [GeneratedRegex("//[^\n]*", RegexOptions.NonBacktracking)]
    private static partial Regex Comments();

    [GeneratedRegex("\"(([A-Z][A-Za-z]+)(?::[A-Z][A-Za-z.]+)+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex WholeName();

    [GeneratedRegex("onfiguration\\[\"([A-Za-z_:.]+)\"\\]", RegexOptions.NonBacktracking)]
    private static partial Regex Indexed();

    [GeneratedRegex("\\((?:settings|configuration), \"([A-Za-z_:]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Handed();

    [GeneratedRegex("const string [A-Za-z]+ = \"([A-Za-z_:]+)\";", RegexOptions.NonBacktracking)]
    private static partial Regex Constants();

    [GeneratedRegex("const string Section = \"([A-Za-z:]+)\";", RegexOptions.NonBacktracking)]
    private static partial Regex Section();

    [GeneratedRegex("(?:settings|section|options)(?:\\.(?:Text|Required|Whole|Flag|Address|Fault|GetSection|GetValue<[a-z]+>)\\(|\\[|, )\"([A-Z][A-Za-z]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Under();

    [GeneratedRegex("GetSection\\(\"([A-Z][A-Za-z]+)\"\\)", RegexOptions.NonBacktracking)]
    private static partial Regex Taken();
}
