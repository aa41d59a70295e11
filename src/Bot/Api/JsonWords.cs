using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Calculators.Money;
using Calculators.Rules;

namespace Bot.Api;

/// <summary>What every writer of JSON needs: readable Chinese, and money in plain digits.</summary>
internal static class JsonWords
{
    // Safe because it is never served as HTML: the content type says JSON, and nosniff keeps it so.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // A buffer fits nearly every answer; one that has grown beyond any usual one is not kept.
    private const int Usual = 8 * 1024, MostKept = 64 * 1024;

    // Growing a new buffer for each answer would cost several times the answer's length. Two, since what is written may hold JSON itself.
    [ThreadStatic]
    private static Stack<(ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json)>? spare;

    /// <summary>Reads what was written.</summary>
    private delegate T Reader<in TState, out T>(ReadOnlySpan<byte> written, TState state);

    /// <summary>The UTF-8 JSON that the action writes.</summary>
    internal static ReadOnlyMemory<byte> Bytes(Action<Utf8JsonWriter> write) => Written<object?, byte[]>(write, static (written, _) => written.ToArray(), null);

    /// <summary>The JSON that the action writes, as text.</summary>
    internal static string Text(Action<Utf8JsonWriter> write) => Written<object?, string>(write, static (written, _) => Encoding.UTF8.GetString(written), null);

    /// <summary>Writes a string that is itself JSON.</summary>
    internal static void WriteJsonAsText(this Utf8JsonWriter json, string name, Action<Utf8JsonWriter> write) => Written(
        write,
        static (written, to) =>
        {
            to.json.WriteString(to.name, written);
            return true;
        },
        (json, name));

    private static T Written<TState, T>(Action<Utf8JsonWriter> write, Reader<TState, T> read, TState state)
    {
        spare ??= new();
        if (!spare.TryPop(out var taken)) taken = Begun();
        var (buffer, json) = taken;
        write(json);
        json.Flush();
        var result = read(buffer.WrittenSpan, state);
        if (buffer.Capacity > MostKept) return result;
        buffer.ResetWrittenCount();
        json.Reset();
        spare.Push(taken);
        return result;
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json) Begun()
    {
        var buffer = new ArrayBufferWriter<byte>(Usual);
        return (buffer, new Utf8JsonWriter(buffer, Compact));
    }

    /// <summary>Writes an amount without exponent and without trailing zeros.</summary>
    internal static void WriteMoney(this Utf8JsonWriter json, string name, Yuan amount)
    {
        Span<byte> digits = stackalloc byte[40];
        json.WritePropertyName(name);
        // WriteNumber would keep the scale: 240000.00 where the contract says 240000.
        if (!amount.Amount.TryFormat(digits, out var length, "0.##", CultureInfo.InvariantCulture)) throw new InvalidOperationException("An amount has at most 31 characters.");
        json.WriteRawValue(digits[..length], skipInputValidation: true);
    }

    /// <summary>Writes <c>clause</c> and <c>quote</c>.</summary>
    internal static void WriteQuote(this Utf8JsonWriter json, Quote quote)
    {
        json.WriteString("clause", quote.Clause);
        json.WriteString("quote", quote.Text);
    }

    /// <summary>Writes a list of strings.</summary>
    internal static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>Writes a list of objects.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="name">The list's name.</param>
    /// <param name="items">What is listed.</param>
    /// <param name="write">Writes one's members.</param>
    internal static void WriteObjects<T>(this Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a list of amounts, each with its <c>name</c>.</summary>
    internal static void WriteAmounts(this Utf8JsonWriter json, string name, IReadOnlyList<NamedAmount> amounts) => json.WriteObjects(name, amounts, static (json, item) =>
    {
        json.WriteString("name", item.Name);
        json.WriteMoney("amount", item.Amount);
    });

    /// <summary>Writes a day as yyyy-MM-dd.</summary>
    internal static void WriteDay(this Utf8JsonWriter json, string name, DateOnly day) =>
        json.WriteString(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
