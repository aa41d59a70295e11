namespace Bot.Cli;

/// <summary>How a verb ends.</summary>
internal static class Exit
{
    /// <summary>Done.</summary>
    internal const int Done = 0;

    /// <summary>Answered, and the answer is no: not eligible, no hit, unknown clause, clarify, refuse.</summary>
    internal const int No = 1;

    /// <summary>Wrong usage, bad input, or the program cannot start as it is set up.</summary>
    internal const int Wrong = 2;
}

/// <summary>Wrong usage or bad input; the message is the one line on standard error.</summary>
internal sealed class UsageException(string message) : Exception(message);
