using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Bot.Inputs;

/// <summary>Reads UTF-8 JSON into <see cref="Json"/>.</summary>
internal static class JsonParser
{
    /// <summary>Nothing that any call takes is nested deeper than three levels.</summary>
    private const int Deepest = 16;

    /// <summary>The value, or null and one sentence in Chinese that says what is wrong.</summary>
    internal static Json? Read(ReadOnlySpan<byte> utf8, out string fault)
    {
        fault = "";
        if (utf8.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        if (!Utf8.IsValid(utf8))
        {
            fault = "内容不是有效的 UTF-8 文本，请用 UTF-8 编码发送。";
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Deepest });
            reader.Read();
            var value = Value(ref reader);
            // Anything behind the value makes this throw.
            reader.Read();
            return value;
        }
        catch (JsonException e)
        {
            var line = ((e.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
            fault = $"内容不是有效的 JSON（第 {line} 行附近），请检查引号、逗号和括号，嵌套不要超过 {Deepest} 层。";
            return null;
        }
    }

    // The reader's own limit bounds the recursion.
    private static Json Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Object(ref reader),
        JsonTokenType.StartArray => List(ref reader),
        JsonTokenType.String => Text(ref reader) is { } text ? new Json.Text(text) : new Json.Unreadable(),
        JsonTokenType.Number => new Json.Number(Encoding.UTF8.GetString(reader.ValueSpan)),
        JsonTokenType.True => new Json.Truth(true),
        JsonTokenType.False => new Json.Truth(false),
        _ => new Json.Nothing(),
    };

    private static Json.Object Object(ref Utf8JsonReader reader)
    {
        var members = new List<(string, Json)>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            // A name that no text can hold is no name of ours; U+FFFD keeps it among the unknown ones.
            var name = Text(ref reader) ?? "\uFFFD";
            reader.Read();
            members.Add((name, Value(ref reader)));
        }

        return new Json.Object(members);
    }

    private static Json.List List(ref Utf8JsonReader reader)
    {
        var items = new List<Json>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Value(ref reader));
        return new Json.List(items);
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // "\ud800" alone: the reader has no gentler way to say so.
            return null;
        }
    }
}
