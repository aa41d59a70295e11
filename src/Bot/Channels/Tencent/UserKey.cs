using System.Security.Cryptography;
using System.Text;
using Bot.Channels.Shared;
using Bot.Store;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Tencent;

/// <summary>Stands in for a user: a keyed hash, so that no openid or user id is kept or logged, nor found out by trying.</summary>
internal sealed partial class UserKey
{
    private const int HashBytes = 16;
    private const string FileName = "privacy.key";
    private readonly byte[] key;

    /// <summary>Takes <c>Privacy:Key</c>, else the random key in the data folder, which is made at first use.</summary>
    public UserKey(IConfiguration configuration, IOptions<StorageOptions> storage, ILogger<UserKey> log)
        : this(configuration["Privacy:Key"] is { Length: > 0 } given ? SHA256.HashData(Encoding.UTF8.GetBytes(given)) : OfFolder(storage.Value.FolderPath(), log))
    {
    }

    internal UserKey(byte[] key) => this.key = key;

    /// <summary>32 hexadecimal digits for a user of an account; other accounts' are unrelated.</summary>
    internal string Of(string channel, string account, string user) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{channel}\0{account}\0{user}")).AsSpan(0, HashBytes));

    private static byte[] OfFolder(string folder, ILogger log)
    {
        try
        {
            return KeptKey.Read(folder, FileName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Answering goes on; conversations begin anew with each start.
            Log.NotKept(log, e);
            return RandomNumberGenerator.GetBytes(KeptKey.Length);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The key that stands for users cannot be kept; set Privacy:Key or repair the data folder")]
        internal static partial void NotKept(ILogger logger, Exception fault);
    }
}
