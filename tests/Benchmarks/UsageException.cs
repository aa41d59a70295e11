namespace Benchmarks;

/// <summary>The command line or an input file is wrong; the message says what would be right.</summary>
internal sealed class UsageException(string message) : Exception(message);
