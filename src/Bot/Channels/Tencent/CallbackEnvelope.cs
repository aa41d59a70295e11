using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Channels.Tencent;

/// <summary>A message taken out of its envelope.</summary>
/// <param name="Fields">Its fields.</param>
/// <param name="Cipher">The key that opened it, with which the reply is closed; null where it came in the open.</param>
internal sealed record OpenedMessage(IReadOnlyDictionary<string, string> Fields, CallbackCipher? Cipher);

/// <summary>Opens and closes what goes between Tencent's servers and ours.</summary>
/// <param name="token">The secret that signs.</param>
/// <param name="ciphers">The keys, the current one first, then the one before it.</param>
internal sealed class CallbackEnvelope(string token, IReadOnlyList<CallbackCipher> ciphers)
{
    /// <summary>Whether messages can be decrypted.</summary>
    internal bool HasKey => ciphers.Count > 0;

    /// <summary>Whether a request in the open is signed with our token.</summary>
    internal bool IsSigned(string? signature, string timestamp, string nonce) => CallbackSignature.Matches(signature, token, timestamp, nonce);

    /// <summary>Verifies and decrypts.</summary>
    /// <returns>The message's bytes and the key; null where the signature or anything inside is wrong: one answer for all.</returns>
    internal (byte[] Message, CallbackCipher Cipher)? Open(string? msgSignature, string timestamp, string nonce, string encrypted)
    {
        if (!CallbackSignature.Matches(msgSignature, token, timestamp, nonce, encrypted)) return null;
        foreach (var cipher in ciphers)
        {
            if (cipher.Decrypt(encrypted) is { } message) return (message, cipher);
        }

        return null;
    }

    /// <summary>The same for a request, which must be fresh too.</summary>
    /// <param name="request">Its query bears signature, timestamp and nonce; ASP.NET has decoded it once: %2B is a + again.</param>
    /// <param name="encrypted">What is encrypted.</param>
    /// <param name="maxAgeSeconds">How old the timestamp may be; 0 allows any.</param>
    /// <param name="now">The time.</param>
    internal (byte[] Message, CallbackCipher Cipher)? Open(HttpRequest request, string encrypted, int maxAgeSeconds, DateTimeOffset now) =>
        request.Parameter("timestamp") is { } timestamp && request.Parameter("nonce") is { } nonce
        && Open(request.Parameter("msg_signature"), timestamp, nonce, encrypted) is { } opened
        && CallbackRequest.IsFresh(timestamp, maxAgeSeconds, now)
            ? opened
            : null;

    /// <summary>Encrypts and signs a reply that is sent now.</summary>
    internal string Seal(CallbackCipher cipher, string message, DateTimeOffset now) => Seal(
        cipher.Encrypt(message),
        now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        RandomNumberGenerator.GetInt32(int.MaxValue).ToString(CultureInfo.InvariantCulture));

    /// <summary>Signs a reply that is encrypted already.</summary>
    internal string Seal(string encrypted, string timestamp, string nonce) => new StringBuilder("<xml>")
        .AppendText("Encrypt", encrypted)
        .AppendText("MsgSignature", CallbackSignature.Of(token, timestamp, nonce, encrypted))
        .AppendNumber("TimeStamp", timestamp)
        .AppendText("Nonce", nonce)
        .Append("</xml>")
        .ToString();
}
