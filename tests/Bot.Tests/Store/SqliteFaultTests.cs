using Bot.Store;
using Bot.Tests.Store.Support;
using Microsoft.Data.Sqlite;

namespace Bot.Tests.Store;

/// <summary>What may happen to a file and its folder, and how the store gets well again.</summary>
public sealed class SqliteFaultTests
{
    [Fact]
    public async Task A_missing_folder_is_made_for_its_user_alone()
    {
        using var folder = new DataFolder();
        var nested = Path.Combine(folder.Path, "a", "b");
        await using var open = new OpenStore(new ShiftedTime(), ("Folder", nested));
        await open.Store.SaveAsync("a1");
        Assert.True(File.Exists(Path.Combine(nested, "assistant.db")));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(nested));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_leaves_the_store_unavailable_until_it_can()
    {
        using var folder = new DataFolder();
        var blocked = Path.Combine(folder.Path, "data");
        await File.WriteAllTextAsync(blocked, "a file where the folder should be");
        await using var open = new OpenStore(new ShiftedTime(), ("Folder", blocked));
        Assert.Equal(StoreProblem.Unreadable, await open.Store.CheckAsync(default));
        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => open.Store.SaveAsync("a1"));
        Assert.Equal(StoreFault.Unreadable, fault.Problem.Fault);
        Assert.Null(await open.Store.FindAnswerAsync("a1", default));
        Assert.Empty(await open.Store.TakeDueAsync(1, TimeSpan.FromSeconds(1), default));
        File.Delete(blocked);
        await open.UntilWellAsync();
        await open.Store.SaveAsync("a1");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5000)]
    public async Task A_corrupt_file_is_set_aside_with_its_date_and_a_new_one_begun(int damagedFrom)
    {
        using var folder = new DataFolder();
        await using (var before = folder.Open())
        {
            for (var n = 0; n < 50; n++)
                await before.Store.SaveAsync($"a{n}", $"c{n}");
        }
        var bytes = await File.ReadAllBytesAsync(folder.Database);
        bytes.AsSpan(damagedFrom, 30_000).Fill(0xA5);
        await File.WriteAllBytesAsync(folder.Database, bytes);
        await using var open = folder.Open();
        Assert.Null(await open.Store.CheckAsync(default));
        await open.Store.SaveAsync("new");
        Assert.Null(await open.Store.FindAnswerAsync("a1", default));
        var aside = Assert.Single(folder.SetAside(), path => !path.EndsWith("-wal", StringComparison.Ordinal) && !path.EndsWith("-shm", StringComparison.Ordinal));
        Assert.EndsWith("assistant.db.corrupt-20251020-083000", aside, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(aside));
    }

    [Fact]
    public async Task A_file_that_is_damaged_while_open_is_set_aside_and_a_new_one_begun()
    {
        using var folder = new DataFolder();
        await using var open = folder.Open();
        for (var n = 0; n < 400; n++)
            await open.Store.SaveTurnAsync(Sample.Answer($"a{n}") with { Body = new string('x', 50_000) }, Sample.Conversation(), default);
        // What still stands in the log alone is not damaged with the file.
        while (new FileInfo(folder.Database).Length < 10_000_000)
            await Task.Delay(20);
        await using (var file = new FileStream(folder.Database, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
        {
            var noise = new byte[file.Length];
            new Random(1).NextBytes(noise);
            await file.WriteAsync(noise);
        }
        for (var n = 0; n < 200 && folder.SetAside().Length == 0; n++)
        {
            await open.Store.FindAnswerAsync($"a{n}", default);
            await Task.Delay(50);
        }
        await open.UntilWellAsync();
        Assert.NotEmpty(folder.SetAside());
        await open.Store.SaveAsync("new");
        Assert.NotNull(await open.Store.FindAnswerAsync("new", default));
    }

    [Fact]
    public async Task What_was_set_aside_before_is_never_overwritten()
    {
        using var folder = new DataFolder();
        await File.WriteAllTextAsync(folder.Database, new string('x', 5000));
        var earlier = folder.Database + ".corrupt-20251020-083000";
        await File.WriteAllTextAsync(earlier, "from before");
        var time = new ShiftedTime();
        await using var open = folder.Open(time);
        Assert.NotNull(await open.Store.CheckAsync(default));
        time.Now += TimeSpan.FromSeconds(1);
        await open.UntilWellAsync();
        Assert.Equal("from before", await File.ReadAllTextAsync(earlier));
        Assert.Equal(5000, new FileInfo(folder.Database + ".corrupt-20251020-083001").Length);
    }

    [Fact]
    public async Task A_log_without_its_database_is_set_aside()
    {
        using var folder = new DataFolder();
        await File.WriteAllTextAsync(folder.Database + "-wal", "last words");
        await using var open = folder.Open();
        await open.Store.SaveAsync("a1");
        Assert.Equal("last words", await File.ReadAllTextAsync(Assert.Single(folder.SetAside())));
    }

    [Theory]
    [InlineData("assistant.db*")]
    [InlineData("assistant.db")]
    [InlineData("assistant.db-wal")]
    public async Task Nothing_is_acknowledged_into_a_deleted_file(string pattern)
    {
        using var folder = new DataFolder();
        await using var open = folder.Open();
        await open.Store.SaveAsync("a1");
        foreach (var path in Directory.GetFiles(folder.Path, pattern))
            File.Delete(path);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => open.Store.SaveAsync("a2"));
        await open.UntilWellAsync();
        await open.Store.SaveAsync("a3");
        await open.DisposeAsync();
        await using var again = folder.Open();
        Assert.NotNull(await again.Store.FindAnswerAsync("a3", default));
    }

    [Fact]
    public async Task A_deleted_folder_is_made_again()
    {
        using var folder = new DataFolder();
        await using var open = folder.Open();
        await open.Store.SaveAsync("a1");
        Directory.Delete(folder.Path, recursive: true);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => open.Store.SaveAsync("a2"));
        await open.UntilWellAsync();
        await open.Store.SaveAsync("a3");
    }

    [Fact]
    public async Task A_locked_database_gives_up_in_time_and_is_well_again_when_released()
    {
        using var folder = new DataFolder();
        await using var open = folder.Open();
        await open.Store.SaveAsync("a1");
        await using var other = new SqliteConnection($"Data Source={folder.Database};Pooling=False");
        await other.OpenAsync();
        await using (other.BeginTransaction(deferred: false))
        {
            var began = TimeProvider.System.GetTimestamp();
            var fault = await Assert.ThrowsAsync<StoreUnavailableException>(() => open.Store.SaveAsync("a2"));
            Assert.Equal(StoreProblem.Locked, fault.Problem);
            Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(4.5));
        }
        await open.UntilWellAsync();
        await open.Store.SaveAsync("a2");
    }

    [Fact]
    public async Task A_full_disk_is_told_apart_and_overcome()
    {
        using var disk = new SmallDisk();
        await using var open = new OpenStore(new ShiftedTime(), ("Folder", disk.Folder));
        await open.Store.SaveAsync("a1");
        var filler = disk.Fill();
        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
        {
            for (var n = 2; n < 100; n++)
                await open.Store.SaveTurnAsync(Sample.Answer($"a{n}") with { Body = new string('x', 20_000) }, Sample.Conversation(), default);
        });
        Assert.Equal(StoreProblem.Full, fault.Problem);
        Assert.Equal(StoreProblem.Full, await open.Store.CheckAsync(default));
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        Assert.Equal(StoreFault.Full, (await open.Store.CheckAsync(default))?.Fault);
        filler.Delete();
        await open.UntilWellAsync();
        await open.Store.SaveAsync("again");
        Assert.NotNull(await open.Store.FindAnswerAsync("a1", default));
    }

    [Fact]
    public async Task A_read_only_disk_is_told_apart_and_overcome()
    {
        using var disk = new SmallDisk();
        await using (var before = new OpenStore(new ShiftedTime(), ("Folder", disk.Folder)))
            await before.Store.SaveAsync("a1");
        disk.MakeReadOnly(true);
        await using var open = new OpenStore(new ShiftedTime(), ("Folder", disk.Folder));
        Assert.NotNull(await open.Store.CheckAsync(default));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => open.Store.SaveAsync("a2"));
        disk.MakeReadOnly(false);
        await open.UntilWellAsync();
        await open.Store.SaveAsync("a2");
        Assert.NotNull(await open.Store.FindAnswerAsync("a1", default));
    }
}
