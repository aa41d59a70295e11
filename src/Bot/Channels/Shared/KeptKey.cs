using System.Security.Cryptography;

namespace Bot.Channels.Shared;

/// <summary>A random key that lies in the data folder, made at first use and readable by its owner alone.</summary>
internal static class KeptKey
{
    /// <summary>In bytes.</summary>
    internal const int Length = 32;

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

    // Written aside and moved into place: whoever reads sees a whole key, and the first of two programs wins.
    private static void Make(string folder, string path)
    {
        var aside = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(aside, options)) file.Write(RandomNumberGenerator.GetBytes(Length));
        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(aside);
        }
    }
}
