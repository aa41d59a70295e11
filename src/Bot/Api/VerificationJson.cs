using Bot.Summaries.Verifying;

namespace Bot.Api;

/// <summary>Writes what verifying a summary came to.</summary>
internal static class VerificationJson
{
    /// <summary>The whole as UTF-8 JSON.</summary>
    internal static ReadOnlyMemory<byte> Bytes(Verification verification) => JsonWords.Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("valid", verification.Valid);
        json.WriteStartArray("differences");
        foreach (var difference in verification.Differences)
        {
            json.WriteStartObject();
            json.WriteString("section", difference.Section);
            json.WriteString("found", difference.Found);
            json.WriteString("expected", difference.Expected);
            json.WriteString("text", difference.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
