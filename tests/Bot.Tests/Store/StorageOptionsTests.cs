using Bot.Store;
using Bot.Store.Databases;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Bot.Tests.Store;

public sealed class StorageOptionsTests
{
    public static TheoryData<string, string> Unworkable => new()
    {
        { "ConversationDays", "0" },
        { "AnswerDays", "3651" },
        { "ProcessedMessageDays", "-1" },
        { "RetrySeconds", "11" },
        { "ConnectionString", "Host=db;Secret123" },
        { "ConnectionString", "Secret123=x;Host=db" },
        { "ConnectionString", "Password=Secret123" },
    };

    [Theory]
    [MemberData(nameof(Unworkable))]
    public void A_setting_that_cannot_work_is_refused_by_name_and_without_secrets(string name, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create($"Storage:{name}", (string?)value)]).Build();
        using var provider = new ServiceCollection().AddLogging().AddStore(configuration).BuildServiceProvider();
        var fault = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<StorageOptions>>().Value);
        Assert.StartsWith($"Storage:{name} ", Assert.Single(fault.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("Secret123", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_defaults_are_right_and_keep_data_for_the_user_alone()
    {
        var options = new StorageOptions();
        Assert.True(new StorageOptionsValidator().Validate(null, options).Succeeded);
        Assert.EndsWith("policy-assistant", options.FolderPath(), StringComparison.Ordinal);
        Assert.True(Path.IsPathRooted(options.FolderPath()));
    }

    [Theory]
    [InlineData("Host=db", 2, 2, 32)]
    [InlineData("Host=db;CommandTimeout=7;Timeout=5;Max Auto Prepare=0", 5, 7, 0)]
    public void A_connection_string_gets_short_time_limits_where_it_names_none(string given, int connecting, int command, int prepared)
    {
        var filled = new NpgsqlConnectionStringBuilder(PostgresDatabase.WithLimits(given));
        Assert.Equal((connecting, command, prepared), (filled.Timeout, filled.CommandTimeout, filled.MaxAutoPrepare));
    }
}
