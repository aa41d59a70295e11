using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Channels.Activity;
using Bot.Channels.Activity.Wire;

namespace Bot.Channels.DirectLine;

/// <summary>For whom, and for which conversation, a token speaks.</summary>
internal sealed record DirectLineTicket(string Conversation, string User);

/// <summary>Tokens of our own: signed, for one conversation and one user, for half an hour.</summary>
/// <remarks>They are JSON Web Tokens because Web Chat looks into them for its user: without one it takes suggested actions for somebody else's.</remarks>
internal sealed class DirectLineTokens(KeyedHash hash, TimeProvider time)
{
    internal const int Seconds = 1800;
    private const int LongestToken = 2048;

    // Written and compared whole: no other algorithm is ever read from a token.
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);
    private readonly byte[] key = hash.Derive("directline");

    internal string Issue(DirectLineTicket ticket)
    {
        var payload = Encoding.UTF8.GetBytes(new JsonObject
        {
            ["conv"] = ticket.Conversation,
            ["user"] = ticket.User,
            ["exp"] = time.GetUtcNow().ToUnixTimeSeconds() + Seconds,
        }.ToJsonString());
        var signed = $"{Header}.{Base64Url.EncodeToString(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(Signature(signed))}";
    }

    /// <summary>The ticket of a token that is ours and not expired; null otherwise.</summary>
    internal DirectLineTicket? Read(string? token)
    {
        if (token is not { Length: > 0 and <= LongestToken } || token.Split('.') is not [var header, var payload, var signature] || header != Header || !Base64Url.IsValid(signature)) return null;
        if (!CryptographicOperations.FixedTimeEquals(Signature($"{header}.{payload}"), Base64Url.DecodeFromChars(signature))) return null;
        // From here on it is what Issue wrote.
        using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
        var root = json.RootElement;
        return root.GetProperty("exp").GetInt64() > time.GetUtcNow().ToUnixTimeSeconds()
            ? new DirectLineTicket(ActivityFields.TextOf(root, "conv")!, ActivityFields.TextOf(root, "user")!)
            : null;
    }

    private byte[] Signature(string signed) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed));
}
