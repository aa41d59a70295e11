using Microsoft.Extensions.Options;
using Npgsql;

namespace Bot.Store;

/// <summary>Refuses settings that cannot work, by name and before anything is opened.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        string?[] faults =
        [
            Days(nameof(options.ConversationDays), options.ConversationDays),
            Days(nameof(options.AnswerDays), options.AnswerDays),
            Days(nameof(options.ProcessedMessageDays), options.ProcessedMessageDays),
            Days(nameof(options.AccessDays), options.AccessDays),
            options.RetrySeconds is >= 1 and <= 10 ? null : "Storage:RetrySeconds 应为 1 至 10 的整数（秒）。",
            options.Folder.Contains('\0', StringComparison.Ordinal) ? "Storage:Folder 含有不允许的字符。" : null,
            // Asked only where there is one: the question loads the driver.
            options.ConnectionString.Length == 0 || IsConnectionString(options.ConnectionString)
                ? null
                : "Storage:ConnectionString 不是有效的 PostgreSQL 连接串，例如 Host=localhost;Database=assistant;Username=assistant。",
        ];
        var found = faults.OfType<string>().ToList();
        return found.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private static string? Days(string name, int days) =>
        days is >= 1 and <= 3650 ? null : $"Storage:{name} 应为 1 至 3650 的整数（天）。";

    // What the driver says about a bad string may repeat it, password and all: it is not passed on.
    private static bool IsConnectionString(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 };
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidOperationException)
        {
            return false;
        }
    }
}
