using System.Diagnostics;

namespace Benchmarks.Product;

/// <summary>What one sync costs on the disk that the answers are kept on.</summary>
internal static class Disk
{
    private const int Syncs = 400;
    private const int Page = 4096;

    /// <summary>Appends a page and syncs, again and again; milliseconds of each sync.</summary>
    internal static IEnumerable<double> Sync(string folder)
    {
        var path = Path.Combine(folder, "sync");
        var page = new byte[Page];
        using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            for (var i = 0; i < Syncs; i++)
            {
                file.Write(page);
                var start = Stopwatch.GetTimestamp();
                file.Flush(flushToDisk: true);
                yield return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }

        File.Delete(path);
    }
}
