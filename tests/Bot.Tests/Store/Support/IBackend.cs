namespace Bot.Tests.Store.Support;

/// <summary>One of the two databases, empty at first; what is opened on it is the same database each time.</summary>
internal interface IBackend : IDisposable
{
    OpenStore Open(ShiftedTime time);

    /// <summary>Builds the schema up to a version, as the program of that time did, and runs a script on it.</summary>
    Task PrepareAsync(int version, string script);

    /// <summary>Describes tables, columns and indexes, to compare two databases.</summary>
    Task<IReadOnlyList<string>> DescribeAsync();
}
