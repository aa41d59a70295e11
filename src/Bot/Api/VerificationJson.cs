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
        json.WriteObjects("differences", verification.Differences, static (json, difference) =>
        {
            json.WriteString("section", difference.Section);
            json.WriteString("found", difference.Found);
            json.WriteString("expected", difference.Expected);
            json.WriteString("text", difference.Text);
        });
        json.WriteEndObject();
    });
}
