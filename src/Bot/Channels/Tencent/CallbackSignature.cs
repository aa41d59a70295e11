using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Channels.Tencent;

/// <summary>The signature that proves a callback: SHA-1 of the secret token and what goes with it, sorted and joined.</summary>
internal static class CallbackSignature
{
    /// <summary>40 lower-case hexadecimal digits.</summary>
    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The protocol names SHA-1.")]
    internal static string Of(params IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Order(StringComparer.Ordinal)))));

    /// <summary>Whether the signature given is that of the parts; takes the same time wherever they differ.</summary>
    internal static bool Matches(string? given, params IEnumerable<string> parts) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given ?? ""), Encoding.UTF8.GetBytes(Of(parts)));
}
