using Bot.Channels.Shared;
using Bot.Channels.Tencent;
using Bot.Store;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Channels.WeChat;

public sealed class UserKeyTests
{
    [Fact]
    public void A_user_is_the_same_after_a_restart_and_another_one_elsewhere()
    {
        var folder = Directory.CreateTempSubdirectory("user-key-").FullName;
        var first = Key(folder).Of("wechat", "gh_1", "op_1");
        Assert.Matches("^[0-9a-f]{32}$", first);
        Assert.Equal(first, Key(folder).Of("wechat", "gh_1", "op_1"));
        Assert.NotEqual(first, Key(folder).Of("wechat", "gh_2", "op_1"));
        Assert.NotEqual(first, Key(folder).Of("wecom", "gh_1", "op_1"));
        Assert.NotEqual(first, Key(folder).Of("wechat", "gh_1", "op_2"));
        Assert.NotEqual(first, Key(Path.Combine(folder, "other")).Of("wechat", "gh_1", "op_1"));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "privacy.key")));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Programs_that_start_together_keep_one_key()
    {
        // Often, since each time they may start one after the other.
        for (var i = 0; i < 50; i++)
        {
            var folder = Directory.CreateTempSubdirectory("user-key-").FullName;
            var keys = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => KeptKey.Read(folder, "some.key"))));
            Assert.Single(keys.Select(Convert.ToHexString).Distinct());
            Assert.Single(Directory.GetFiles(folder));
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Instances_with_one_key_know_the_same_user() =>
        Assert.Equal(Key("/nowhere", "k").Of("wechat", "gh_1", "op_1"), Key("/elsewhere", "k").Of("wechat", "gh_1", "op_1"));

    private static UserKey Key(string folder, string? given = null) => new(
        new ConfigurationBuilder().AddInMemoryCollection([new("Privacy:Key", given)]).Build(),
        Options.Create(new StorageOptions { Folder = folder }),
        NullLogger<UserKey>.Instance);
}
