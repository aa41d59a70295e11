namespace Bot.Store.Databases;

/// <summary>
/// One serving program a data folder: two would each be the only writer of the same file. The operating system holds the
/// lock and lets go of it with the process, however that ends; the file itself says nothing.
/// </summary>
internal static class FolderLock
{
    private const string FileName = "serving.lock";

    // What the systems call it: ERROR_SHARING_VIOLATION; EAGAIN on Linux, on macOS.
    private const int WindowsShared = unchecked((int)0x80070020), LinuxAgain = 11, MacAgain = 35;

    /// <summary>Takes the lock.</summary>
    /// <param name="folder">The data folder; made where it is missing.</param>
    /// <param name="held">Dispose of it to let go; null where the folder takes no files at all, and so no database that would have to be guarded.</param>
    /// <returns>Whether no other program has it.</returns>
    internal static bool TryTake(string folder, out IDisposable? held)
    {
        held = null;
        try
        {
            new SqliteFile(folder, TimeProvider.System).CreateFolder();
            // Not to be shared: on Unix .NET asks for flock(2), which goes with the process.
            held = File.OpenHandle(Path.Combine(folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException e) when (OperatingSystem.IsWindows() ? e.HResult == WindowsShared : e.HResult is LinuxAgain or MacAgain)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Read-only or full: the program serves without a store and says so itself.
            return true;
        }
    }
}
