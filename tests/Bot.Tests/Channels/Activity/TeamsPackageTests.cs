using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Bot.Channels.Activity.Package;
using Bot.Tests.Support;

namespace Bot.Tests.Channels.Activity;

/// <summary>The limits that schema 1.17 and the Teams store set.</summary>
public sealed class TeamsPackageTests
{
    [Fact]
    public void The_manifest_keeps_the_limits_of_its_schema()
    {
        using var json = JsonDocument.Parse(TeamsManifest.Write("11111111-2222-3333-4444-555555555555", new Uri("https://bot.example.org/")));
        var manifest = json.RootElement;
        Assert.Equal("1.17", manifest.GetProperty("manifestVersion").GetString());
        Assert.InRange(Text(manifest, "name", "short").Length, 1, 30);
        Assert.InRange(Text(manifest, "name", "full").Length, 1, 100);
        Assert.InRange(Text(manifest, "description", "short").Length, 1, 80);
        Assert.InRange(Text(manifest, "description", "full").Length, 1, 4000);
        Assert.All(new[] { "websiteUrl", "privacyUrl", "termsOfUseUrl" }, name => Assert.StartsWith("https://", Text(manifest, "developer", name), StringComparison.Ordinal));
        var bot = Assert.Single(manifest.GetProperty("bots").EnumerateArray());
        Assert.Equal(manifest.GetProperty("id").GetString(), bot.GetProperty("botId").GetString());
        var commands = bot.GetProperty("commandLists")[0].GetProperty("commands").EnumerateArray().ToList();
        Assert.InRange(commands.Count, 1, 10);
        Assert.All(commands, c => Assert.True(c.GetProperty("title").GetString()!.Length <= 32 && c.GetProperty("description").GetString()!.Length <= 128));
        Assert.Equal("bot.example.org", manifest.GetProperty("validDomains")[0].GetString());
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("\"accentColor\": \"#1F5FA8\"", "\"accentColor\": \"blue\"")]
    public async Task The_vendors_tool_finds_the_manifest_valid_and_a_spoilt_one_not(string right, string wrong)
    {
        var manifest = Encoding.UTF8.GetString(TeamsManifest.Write("11111111-2222-3333-4444-555555555555", new Uri("https://bot.example.org/")));
        if (right.Length > 0) Assert.Contains(right, manifest, StringComparison.Ordinal);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, right.Length > 0 ? manifest.Replace(right, wrong, StringComparison.Ordinal) : manifest);
        var verdict = await NodePeer.RunAsync("bot-schema", "manifest.js", file);
        File.Delete(file);
        Assert.Equal("1.17", verdict[^1].GetProperty("version").GetString());
        Assert.True(verdict.Count == 1 == (right.Length == 0), string.Join('\n', verdict));
    }

    [Theory]
    [InlineData(true, 192)]
    [InlineData(false, 32)]
    public void The_icons_are_pictures_of_the_right_size(bool color, int size)
    {
        var png = color ? TeamsIcons.Color() : TeamsIcons.Outline();
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        Assert.Equal((size, size), (Number(png, 16), Number(png, 20)));
        var content = png.AsSpan(41, Number(png, 33)).ToArray();
        using var rows = new MemoryStream();
        using (var unpacked = new ZLibStream(new MemoryStream(content), CompressionMode.Decompress)) unpacked.CopyTo(rows);
        Assert.Equal(size * ((size * 4) + 1), rows.Length);
    }

    private static string Text(JsonElement manifest, string part, string name) => manifest.GetProperty(part).GetProperty(name).GetString()!;

    private static int Number(byte[] png, int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
}
