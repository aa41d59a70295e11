using System.Globalization;

namespace Bot.Tests.Support;

/// <summary>Notes what a long run measured, for <c>./test --long</c> to keep in docs/measured.md.</summary>
internal static class Measured
{
    private static readonly Lock Gate = new();

    /// <summary>Adds a line <c>name=value</c> to the file that MEASURED_FILE names; does nothing where it names none.</summary>
    internal static void Note(string name, IFormattable value)
    {
        if (Environment.GetEnvironmentVariable("MEASURED_FILE") is not { Length: > 0 } file) return;
        // Test classes run side by side, and several test programs one after the other: each line is added whole.
        lock (Gate) File.AppendAllText(file, $"{name}={value.ToString(null, CultureInfo.InvariantCulture)}\n");
    }
}
