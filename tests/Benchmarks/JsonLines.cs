using System.Text.Encodings.Web;
using System.Text.Json;
using Knowledge.Index;

namespace Benchmarks;

/// <summary>A question and the ids of the texts that answer it.</summary>
internal sealed record BenchmarkQuery(string Id, string Query, IReadOnlyList<string> Relevant);

/// <summary>Reads and writes corpora and questions as JSON Lines.</summary>
internal static class JsonLines
{
    /// <summary>Chinese and µ as they are.</summary>
    internal static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static List<IndexedText> ReadCorpus(string path) =>
        Read(path, "{\"id\",\"title\",\"text\"}", static line => new IndexedText(Text(line, "id"), line.TryGetProperty("title", out _) ? Text(line, "title") : "", Text(line, "text")));

    internal static List<BenchmarkQuery> ReadQueries(string path) =>
        Read(path, "{\"id\",\"query\",\"relevant\":[ids]}", static line =>
            new BenchmarkQuery(Text(line, "id"), Text(line, "query"), [.. line.GetProperty("relevant").EnumerateArray().Select(Scalar)]));

    internal static void Write<T>(string path, IEnumerable<T> lines) => File.WriteAllLines(path, lines.Select(line => JsonSerializer.Serialize(line, Plain)));

    private static List<T> Read<T>(string path, string shape, Func<JsonElement, T> read)
    {
        if (!File.Exists(path)) throw new UsageException($"{path}: no such file");
        var (all, number) = (new List<T>(), 0);
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                using var json = JsonDocument.Parse(line);
                all.Add(read(json.RootElement));
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new UsageException($"{path}:{number}: expected {shape}: {e.Message}");
            }
        }

        return all.Count > 0 ? all : throw new UsageException($"{path}: no line; expected {shape}");
    }

    private static string Text(JsonElement line, string name) => Scalar(line.GetProperty(name));

    // Ids are numbers in some collections.
    private static string Scalar(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.GetString() ?? "";
}
