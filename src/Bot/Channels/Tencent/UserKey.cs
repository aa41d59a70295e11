using System.Security.Cryptography;
using System.Text;
using Bot.Store;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Tencent;

/// <summary>Stands in for a user: a keyed hash, so that no openid or user id is kept or logged, nor found out by trying.</summary>
internal sealed partial class UserKey
{
    private const int KeyBytes = 32;
    private const int HashBytes = 16;
    private const string File = "privacy.key";
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
        var path = Path.Combine(folder, File);
        try
        {
            Directory.CreateDirectory(folder);
            if (!System.IO.File.Exists(path)) Make(folder, path);
            if (System.IO.File.ReadAllBytes(path) is { Length: KeyBytes } kept) return kept;
            throw new InvalidDataException("The key is damaged.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // Answering goes on; conversations begin anew with each start.
            Log.NotKept(log, e);
            return RandomNumberGenerator.GetBytes(KeyBytes);
        }
    }

    // Written aside and moved into place: whoever reads sees a whole key, and the first of two programs wins.
    private static void Make(string folder, string path)
    {
        var aside = Path.Combine(folder, $".{File}.{Guid.NewGuid():N}");
        System.IO.File.WriteAllBytes(aside, RandomNumberGenerator.GetBytes(KeyBytes));
        if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(aside, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        try
        {
            System.IO.File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (System.IO.File.Exists(path))
        {
            System.IO.File.Delete(aside);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The key that stands for users cannot be kept; set Privacy:Key or repair the data folder")]
        internal static partial void NotKept(ILogger logger, Exception fault);
    }
}
