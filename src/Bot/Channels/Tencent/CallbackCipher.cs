using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Channels.Tencent;

/// <summary>
/// AES-256-CBC as the callbacks use it: 16 random bytes, the length (4 bytes, big endian), the message, the receiver's id,
/// padded to a multiple of 32 with bytes that say how many they are.
/// </summary>
internal sealed class CallbackCipher
{
    internal const int RandomBytes = 16;

    /// <summary>Characters of an EncodingAESKey.</summary>
    internal const int KeyCharacters = 43;

    private const int HeadBytes = RandomBytes + sizeof(uint);
    private const int Block = 32;
    private const int VectorBytes = 16;
    private readonly byte[] key;
    private readonly byte[] receiver;

    /// <param name="encodingAesKey">43 characters of Base64; see <see cref="IsKey"/>.</param>
    /// <param name="receiver">The app id or the corp id.</param>
    internal CallbackCipher(string encodingAesKey, string receiver)
    {
        // The last two bits of the 43 characters are thrown away by both sides.
        key = Convert.FromBase64String(encodingAesKey + "=");
        this.receiver = Encoding.UTF8.GetBytes(receiver);
    }

    /// <summary>Whether the text is an EncodingAESKey.</summary>
    internal static bool IsKey(string text) => text.Length == KeyCharacters && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>Encrypts with fresh random bytes.</summary>
    internal string Encrypt(string message) => Encrypt(message, RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>Encrypts with the random bytes given.</summary>
    internal string Encrypt(string message, ReadOnlySpan<byte> random)
    {
        var text = Encoding.UTF8.GetBytes(message);
        var length = HeadBytes + text.Length + receiver.Length;
        var padding = Block - (length % Block);
        var plain = new byte[length + padding];
        random[..RandomBytes].CopyTo(plain);
        BinaryPrimitives.WriteUInt32BigEndian(plain.AsSpan(RandomBytes), (uint)text.Length);
        text.CopyTo(plain.AsSpan(HeadBytes));
        receiver.CopyTo(plain.AsSpan(HeadBytes + text.Length));
        plain.AsSpan(length).Fill((byte)padding);
        using var aes = Create();
        return Convert.ToBase64String(aes.EncryptCbc(plain, key.AsSpan(0, VectorBytes), PaddingMode.None));
    }

    /// <summary>Decrypts a message to our receiver.</summary>
    /// <returns>The message's bytes; null where anything at all is wrong, and nothing tells what.</returns>
    internal byte[]? Decrypt(string encrypted)
    {
        var cipher = new byte[encrypted.Length];
        if (!Convert.TryFromBase64String(encrypted, cipher, out var size) || size == 0 || size % VectorBytes != 0) return null;
        using var aes = Create();
        // PaddingMode.PKCS7 refuses paddings from 17 on, which are half of all messages.
        var plain = aes.DecryptCbc(cipher.AsSpan(0, size), key.AsSpan(0, VectorBytes), PaddingMode.None);
        var padding = plain[^1];
        // Every check is made, whichever fails, so that time tells nothing either.
        var good = size >= HeadBytes & padding is >= 1 and <= Block & IsPadded(plain, padding);
        var head = Math.Min(HeadBytes, size);
        var declared = size >= HeadBytes ? BinaryPrimitives.ReadUInt32BigEndian(plain.AsSpan(RandomBytes)) : 0;
        var end = size - Math.Min(padding, size);
        good &= head + (long)declared <= end;
        var length = good ? (int)declared : 0;
        var tail = good ? plain.AsSpan(head + length, end - head - length) : plain.AsSpan(0, Math.Min(receiver.Length, size));
        good &= CryptographicOperations.FixedTimeEquals(tail, receiver);
        return good ? plain[head..(head + length)] : null;
    }

    private static bool IsPadded(ReadOnlySpan<byte> plain, byte padding)
    {
        var difference = 0;
        for (var i = 1; i <= Math.Min(Block, plain.Length); i++)
        {
            difference |= i <= padding ? plain[^i] ^ padding : 0;
        }

        return difference == 0;
    }

    private Aes Create()
    {
        var aes = Aes.Create();
        aes.Key = key;
        return aes;
    }
}
