namespace Bot.Store;

/// <summary>
/// The channels of commands that write into a data folder beside the program that serves from it. That program knows by heart which
/// conversations it has kept itself, and looks only these up each time.
/// </summary>
internal static class Visitors
{
    /// <summary><c>ask</c>.</summary>
    internal const string Command = "cli";

    /// <summary>An agent's <c>ask</c>, by <c>mcp</c> as by the program that serves.</summary>
    internal const string Agent = "mcp";

    /// <summary>Whether a command may keep turns under a channel.</summary>
    internal static bool Use(string channel) => channel is Command or Agent;
}
