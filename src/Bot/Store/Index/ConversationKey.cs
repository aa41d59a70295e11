using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace Bot.Store.Index;

/// <summary>Eight bytes that stand for a text in an index. Texts that share them are told apart by whoever looks them up. The same in all versions of the program: they are kept.</summary>
internal static class ConversationKey
{
    private const int Short = 512;

    // Of names that this program gave: the time and sixteen bytes of chance, in hexadecimal digits.
    private const int OwnLength = 44, Ordered = 16;

    /// <summary>The key of a conversation.</summary>
    internal static long Of(string channel, string conversationId)
    {
        // They follow each other in the index as they came, and many stand on one page.
        if (conversationId.Length == OwnLength && long.TryParse(conversationId.AsSpan(0, Ordered), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var ordered)) return ordered;
        var most = Encoding.UTF8.GetMaxByteCount(channel.Length + conversationId.Length) + 1;
        Span<byte> bytes = most <= Short ? stackalloc byte[most] : new byte[most];
        var length = Encoding.UTF8.GetBytes(channel, bytes);
        bytes[length++] = (byte)'\n';
        return Hash(bytes[..(length + Encoding.UTF8.GetBytes(conversationId, bytes[length..]))]);
    }

    /// <summary>The key of a delivery within its conversation; null where there is none.</summary>
    internal static long? OfDelivery(string? messageId) => messageId is null ? null : Hash(Encoding.UTF8.GetBytes(messageId));

    private static long Hash(ReadOnlySpan<byte> bytes) => unchecked((long)XxHash3.HashToUInt64(bytes));
}
