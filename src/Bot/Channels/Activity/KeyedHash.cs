using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Bot.Channels.Shared;
using Bot.Store;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Activity;

/// <summary>Stands in for ids of people and of their conversations: the same for the same id, and of no use without the key.</summary>
internal sealed class KeyedHash : IDisposable
{
    private const int HashBytes = 16;
    private const string FileName = "channel-hash.key";
    private readonly byte[] key;

    // Beginning a hash costs several times what a short text does; each thread keeps its own begun.
    private readonly ThreadLocal<IncrementalHash> hashes;

    internal KeyedHash(byte[] key)
    {
        this.key = key;
        hashes = new ThreadLocal<IncrementalHash>(() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key), trackAllValues: true);
    }

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
        var room = 0;
        foreach (var part in parts) room += sizeof(int) + Encoding.UTF8.GetMaxByteCount(part.Length);
        var rented = ArrayPool<byte>.Shared.Rent(room);
        var used = 0;
        foreach (var part in parts)
        {
            // The length in front keeps "ab","c" and "a","bc" apart.
            var length = Encoding.UTF8.GetBytes(part, rented.AsSpan(used + sizeof(int)));
            BinaryPrimitives.WriteInt32BigEndian(rented.AsSpan(used), length);
            used += sizeof(int) + length;
        }

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var begun = hashes.Value!;
        begun.AppendData(rented.AsSpan(0, used));
        _ = begun.GetHashAndReset(hash);
        ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        return Convert.ToHexStringLower(hash[..HashBytes]);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var begun in hashes.Values) begun.Dispose();
        hashes.Dispose();
    }
}

/// <summary>What the key's keeper logs.</summary>
internal static partial class KeyedHashLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The key for ids could not be kept ({Fault}); conversations on the channels will not outlive this process.")]
    internal static partial void NotKept(ILogger logger, string fault);
}
