using System.Globalization;
using Bot.Settings;
using Bot.Store;
using Bot.Tests.Channels.WeChat;
using Bot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Settings;

/// <summary>The reference of the settings, and what is said of a name that is none.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public async Task The_page_says_what_the_program_declares()
    {
        var made = await CliRun.Of("settings");
        Assert.Equal(0, made.Exit);
        Assert.True(Repository.Read("docs", "configuration.md") == made.Out, "docs/configuration.md is stale: dotnet run --project src/Bot -- settings > docs/configuration.md");
        Assert.Equal(DeclaredSettings.All.Count(), (await CliRun.Of("settings", "--json")).Json.GetProperty("settings").GetArrayLength());
    }

    [Fact]
    public void Every_default_of_the_store_is_the_one_that_is_declared()
    {
        var options = new StorageOptions();
        foreach (var property in typeof(StorageOptions).GetProperties())
        {
            var declared = DeclaredSettings.All.Single(s => s.Name == "Storage:" + property.Name);
            if (property.PropertyType == typeof(int)) Assert.Equal(Convert.ToString(property.GetValue(options), CultureInfo.InvariantCulture), declared.Default);
        }
    }

    [Fact]
    public void No_setting_is_declared_twice_and_every_one_says_what_it_is_for()
    {
        Assert.Equal(DeclaredSettings.All.Count(), DeclaredSettings.All.Select(s => s.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(DeclaredSettings.All, s => Assert.True(s.Meaning.Any(c => c >= '\u4e00') && !s.Meaning.EndsWith('。') && !s.Meaning.Contains('|', StringComparison.Ordinal), s.Name));
    }

    [Theory]
    [InlineData("Storage:AnswersDays", "Storage:AnswerDays")]
    [InlineData("limits:RequestPerMinute", "Limits:RequestsPerMinute")]
    [InlineData("Limit:TrustedProxies", "Limits:TrustedProxies")]
    [InlineData("Desk:Oidc:ClientID2", "Desk:Oidc:ClientId")]
    [InlineData("Wechat:EncodingAESKeys", "WeChat:EncodingAesKey")]
    public async Task A_name_that_is_none_is_named_at_start_and_by_the_doctor_with_the_nearest_that_is_one(string wrong, string right)
    {
        var log = new LogLines();
        var host = new BotHost([$"--{wrong}=geheim"], services => services.AddSingleton<ILoggerProvider>(log));
        var isOidc = wrong.Contains("Oidc", StringComparison.Ordinal);
        if (!isOidc && !wrong.StartsWith("Wechat", StringComparison.Ordinal))
        {
            await host.InitializeAsync();
            await host.DisposeAsync();
            Assert.Contains(log.Lines, l => l.Contains(wrong, StringComparison.Ordinal) && l.Contains(right, StringComparison.Ordinal));
            Assert.DoesNotContain(log.Lines, l => l.Contains("geheim", StringComparison.Ordinal));
        }

        var doctor = await CliRun.Of("doctor", $"--{wrong}=geheim");
        Assert.Contains($"没有配置项 {wrong}，它不起作用；是否应为 {right}？", doctor.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", doctor.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Right_names_in_any_case_lists_and_other_programs_names_are_left_alone()
    {
        var doctor = await CliRun.Of("doctor", "--storage:answerdays=90", "--Desk:Oidc:AllowedUsers:0=a", "--Kestrel:Limits:X=1", "--Logging:LogLevel:Default=Debug", "--Serilog:Y=1");
        Assert.DoesNotContain("没有配置项", doctor.Out, StringComparison.Ordinal);
    }
}
