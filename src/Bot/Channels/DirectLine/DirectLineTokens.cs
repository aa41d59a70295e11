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
internal sealed class DirectLineTokens(KeyedHash hash, TimeProvider time)
{
    internal const int Seconds = 1800;
    private const int LongestToken = 2048;
    private readonly byte[] key = hash.Derive("directline");

    internal string Issue(DirectLineTicket ticket)
    {
        var payload = Encoding.UTF8.GetBytes(new JsonObject
        {
            ["conv"] = ticket.Conversation,
            ["user"] = ticket.User,
            ["exp"] = time.GetUtcNow().ToUnixTimeSeconds() + Seconds,
        }.ToJsonString());
        return $"{Base64Url.EncodeToString(payload)}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, payload))}";
    }

    /// <summary>The ticket of a token that is ours and not expired; null otherwise.</summary>
    internal DirectLineTicket? Read(string? token)
    {
        if (token is not { Length: > 0 and <= LongestToken } || token.Split('.') is not [var first, var second] || !Base64Url.IsValid(first) || !Base64Url.IsValid(second)) return null;
        var payload = Base64Url.DecodeFromChars(first);
        if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, payload), Base64Url.DecodeFromChars(second))) return null;
        // From here on it is what Issue wrote.
        using var json = JsonDocument.Parse(payload);
        var root = json.RootElement;
        return root.GetProperty("exp").GetInt64() > time.GetUtcNow().ToUnixTimeSeconds()
            ? new DirectLineTicket(ActivityFields.TextOf(root, "conv")!, ActivityFields.TextOf(root, "user")!)
            : null;
    }
}
