namespace Bot.Hosting;

/// <summary>The program cannot start as it is set up; the message is one line for whoever set it up.</summary>
internal sealed class StartException(string message, Exception? cause = null) : Exception(message, cause);
