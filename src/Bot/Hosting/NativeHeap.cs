using System.Runtime.InteropServices;

namespace Bot.Hosting;

/// <summary>
/// Keeps glibc's own heap small. The compiler of the run time takes and frees megabytes while the program gets warm; glibc would keep
/// them for ever, in an area a thread, between the few small pieces that stay. Other systems' heaps are left as they are.
/// </summary>
internal static class NativeHeap
{
    // mallopt(3).
    private const int TrimThreshold = -1, MapThreshold = -3, MostAreas = -8;

    private delegate int SetOption(int option, int value);

    internal static void KeepSmall()
    {
        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad("libc.so.6", out var library) || !NativeLibrary.TryGetExport(library, "mallopt", out var address)) return;
        var set = Marshal.GetDelegateForFunctionPointer<SetOption>(address);
        // What is larger is mapped by itself and given back when it is freed: the compiler takes 64 KB at a time.
        set(MapThreshold, 32 * 1024);
        set(TrimThreshold, 64 * 1024);
        set(MostAreas, 2);
    }
}
