using System.Security.Cryptography;

namespace Bot.Channels.Shared;

/// <summary>A random key that lies in the data folder, made at first use and readable by its owner alone.</summary>
internal static class KeptKey
{
    /// <summary>In bytes.</summary>
    internal const int Length = 32;

    // Five seconds for what takes another program milliseconds.
    private const int MostTries = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>The key of that name.</summary>
    /// <param name="folder">The data folder; made where it is missing.</param>
    /// <param name="name">The file's name.</param>
    /// <exception cref="IOException">The folder takes no writes, or the key is damaged.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file is closed to this user.</exception>
    internal static byte[] Read(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);
        if (!File.Exists(path)) Make(folder, path);
        var kept = File.ReadAllBytes(path);
        return kept.Length == Length ? kept : throw new IOException("The kept key is damaged.");
    }

    // One program at a time: a move that overwrites nothing looks first and moves then, so that of two programs that start together
    // each would keep its own key. Written aside and moved into place, so that whoever reads sees a whole key.
    private static void Make(string folder, string path)
    {
        using var gate = Enter(path + ".making");
        if (File.Exists(path)) return;
        var aside = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(aside, options)) file.Write(RandomNumberGenerator.GetBytes(Length));
        File.Move(aside, path, overwrite: false);
    }

    // It goes when it is closed. Whoever holds one that is gone already finds the key made.
    private static FileStream Enter(string path)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            }
            catch (IOException held) when (tries < MostTries && IsHeld(held))
            {
                Thread.Sleep(Pause);
            }
        }
    }

    // A sharing violation on Windows; EAGAIN and EWOULDBLOCK elsewhere. Whatever else is wrong with the folder is said at once.
    private static bool IsHeld(IOException fault) => (fault.HResult & 0xFFFF) is 32 or 11 or 35;
}
