using System.Diagnostics;

namespace Bot.Tests.Load;

/// <summary>How much memory a process takes.</summary>
internal static class Rss
{
    internal static double MiB(int process)
    {
        using var found = Process.GetProcessById(process);
        return Math.Round(found.WorkingSet64 / 1024.0 / 1024.0, 1);
    }
}
