using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Api;
using Bot.Conversations;
using Bot.Inputs;

namespace Bot.Summaries;

/// <summary>What a summary is made from, and nothing else: no id and no clock, so that the same inputs give the same summary.</summary>
/// <param name="Turns">The user's messages, the one that is answered last.</param>
/// <param name="AsOf">The date for which the answer holds.</param>
/// <param name="CorpusVersion">The wording of the documents that it was made from.</param>
internal sealed record Receipt(IReadOnlyList<string> Turns, DateOnly AsOf, string CorpusVersion)
{
    /// <summary>The version of the receipt and of the layout around it.</summary>
    internal const int Format = 1;

    /// <summary>The version of one that holds choices; one without any is what it ever was.</summary>
    internal const int ChoicesFormat = 2;

    private const string Mark = "DFD1.";
    private const int ChecksumDigits = 12;
    private const int LongestVersion = 64;

    /// <summary>What a language model chose for some of the messages; it is held against them once more whenever the receipt is used.</summary>
    internal IReadOnlyList<KeptChoice> Choices { get; init; } = [];

    /// <summary>One line of letters, digits and <c>_ - .</c>: mark, base64url of the JSON, checksum.</summary>
    /// <remarks>The checksum tells a receipt that was damaged on its way from content that was altered; it is no signature.</remarks>
    internal string Write()
    {
        var payload = Base64Url.EncodeToString(JsonWords.Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("format", Choices.Count == 0 ? Format : ChoicesFormat);
            json.WriteString("corpus", CorpusVersion);
            json.WriteDay("asOf", AsOf);
            json.WriteStrings("turns", Turns);
            KeptChoices.Write(json, Choices);
            json.WriteEndObject();
        }).Span);
        return $"{Mark}{payload}.{Checksum(payload)}";
    }

    /// <summary>The last receipt in a text; a question may hold one too, and stands before it.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="receipt">The receipt; null where there is none or it is damaged.</param>
    /// <returns>Whether there is one, damaged or not.</returns>
    internal static bool Find(string text, out Receipt? receipt)
    {
        receipt = null;
        var at = text.LastIndexOf(Mark, StringComparison.Ordinal);
        if (at < 0) return false;
        var start = at + Mark.Length;
        var dot = text.IndexOf('.', start);
        if (dot < 0 || text.Length - dot <= ChecksumDigits) return true;
        var payload = text[start..dot];
        if (text.AsSpan(dot + 1, ChecksumDigits).SequenceEqual(Checksum(payload))) receipt = Read(payload);
        return true;
    }

    private static string Checksum(string payload) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Mark + payload)))[..ChecksumDigits];

    private static Receipt? Read(string payload)
    {
        if (!Base64Url.IsValid(payload) || JsonParser.Read(Base64Url.DecodeFromChars(payload), out _) is not Json.Object body) return null;
        var fields = new Fields(body, []);
        if (fields.Take("format") is not Json.Number { Raw: var format }) return null;
        var withChoices = format == ChoicesFormat.ToString(CultureInfo.InvariantCulture);
        return (withChoices || format == Format.ToString(CultureInfo.InvariantCulture))
            && fields.Take("corpus") is Json.Text { Value.Length: > 0 and <= LongestVersion } corpus && corpus.Value.All(char.IsAsciiLetterOrDigit)
            && fields.Take("asOf") is Json.Text asOf && ValueReader.Day(asOf.Value) is { } day
            && fields.Take("turns") is Json.List list && Questions(list) is { } turns
            && (withChoices ? KeptChoices.Read(fields.Take(KeptChoices.Name), turns.Count) : []) is { } choices
            ? new Receipt(turns, day, corpus.Value) { Choices = choices }
            : null;
    }

    // Nothing that no door would have let in.
    private static List<string>? Questions(Json.List list)
    {
        if (list.Items.Count is 0 or > ConversationState.MostTurns) return null;
        List<string> turns = [];
        foreach (var item in list.Items)
        {
            if (item is not Json.Text { Value.Length: > 0 and <= AskBody.LongestText } turn || PlainText.Clean(turn.Value) != turn.Value) return null;
            turns.Add(turn.Value);
        }

        return turns;
    }
}
