using System.Diagnostics;

namespace Bot.Tests.Store.Support;

/// <summary>A disk of two megabytes in memory, to be filled or made read-only.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly DirectoryInfo mount = Directory.CreateTempSubdirectory("store-disk-");

    internal SmallDisk()
    {
        if (Environment.UserName != "root")
            Assert.Fail("This test mounts a small disk and has to run as root, for instance in a container: docker run --privileged");
        Run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", mount.FullName);
        Folder = mount.CreateSubdirectory("data").FullName;
    }

    internal string Folder { get; }

    internal void MakeReadOnly(bool readOnly) => Run("mount", "-o", readOnly ? "remount,ro" : "remount,rw", mount.FullName);

    internal FileInfo Fill()
    {
        var filler = new FileInfo(Path.Combine(mount.FullName, "filler"));
        using var stream = filler.Create();
        try
        {
            while (true)
            {
                stream.Write(new byte[4096]);
                stream.Flush();
            }
        }
        catch (IOException)
        {
            // The disk is full, as it should be.
            return filler;
        }
    }

    public void Dispose()
    {
        Run("umount", "-l", mount.FullName);
        mount.Delete();
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
