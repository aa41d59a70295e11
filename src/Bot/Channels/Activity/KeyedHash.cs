using System.Security.Cryptography;
using System.Text;
using Bot.Channels.Shared;
using Bot.Store;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Activity;

/// <summary>Stands in for ids of people and of their conversations: the same for the same id, and of no use without the key.</summary>
internal sealed class KeyedHash
{
    private const int HashBytes = 16;
    private const string FileName = "channel-hash.key";
    private readonly byte[] key;

    internal KeyedHash(byte[] key) => this.key = key;

    /// <summary>The key of the settings (so that several instances share it), else the one kept in the data folder, made at first use.</summary>
    internal static KeyedHash Open(ActivityOptions options, IOptions<StorageOptions> storage, ILogger<KeyedHash> logger)
    {
        if (options.HashKey is { Length: > 0 } given) return new KeyedHash(SHA256.HashData(Encoding.UTF8.GetBytes(given)));
        if (options.Password is { Length: > 0 } secret)
            return new KeyedHash(HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), KeptKey.Length, info: Encoding.UTF8.GetBytes(FileName)));
        try
        {
            return new KeyedHash(KeptKey.Read(storage.Value.FolderPath(), FileName));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Conversations then end with the process, which a folder that takes no writes means anyway.
            KeyedHashLog.NotKept(logger, e.GetType().Name);
            return new KeyedHash(RandomNumberGenerator.GetBytes(KeptKey.Length));
        }
    }

    /// <summary>A key for another purpose, derived from this one.</summary>
    internal byte[] Derive(string purpose) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("derive\n" + purpose));

    /// <summary>32 hexadecimal digits.</summary>
    internal string Of(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var part in parts)
        {
            // The length in front keeps "ab","c" and "a","bc" apart.
            var bytes = Encoding.UTF8.GetBytes(part);
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, HashBytes));
    }
}

/// <summary>What the key's keeper logs.</summary>
internal static partial class KeyedHashLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The key for ids could not be kept ({Fault}); conversations on the channels will not outlive this process.")]
    internal static partial void NotKept(ILogger logger, string fault);
}
