namespace Bot.Store;

/// <summary>The settings under <c>Storage</c>.</summary>
internal sealed class StorageOptions
{
    /// <summary>Where everything is written; empty is the per-user data folder.</summary>
    public string Folder { get; set; } = "";

    /// <summary>A PostgreSQL connection string; empty is SQLite in <see cref="Folder"/>.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Days of silence after which a conversation is forgotten.</summary>
    public int ConversationDays { get; set; } = 7;

    /// <summary>Days for which answers and their feedback are kept.</summary>
    public int AnswerDays { get; set; } = 180;

    /// <summary>Days for which repeated deliveries are recognised.</summary>
    public int ProcessedMessageDays { get; set; } = 7;

    /// <summary>Days for which is kept who saw what at the desk.</summary>
    public int AccessDays { get; set; } = 180;

    /// <summary>Seconds between two attempts to open a database that is unavailable, and between two looks at one that is not.</summary>
    public int RetrySeconds { get; set; } = 3;

    /// <summary>The folder, its default filled in, as an absolute path.</summary>
    internal string FolderPath()
    {
        if (Folder.Length > 0)
            return Path.GetFullPath(Folder);
        // DoNotVerify: on a fresh account the folder does not exist yet, and would otherwise come back empty.
        var user = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(user.Length > 0 ? user : AppContext.BaseDirectory, "policy-assistant");
    }
}
