using Bot.Store.Records;

namespace Bot.Tests.Store;

public abstract partial class StoreContract
{
    private static readonly TimeSpan TokenLease = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task One_of_many_instances_fetches_a_token_and_the_others_find_it()
    {
        await using var other = backend.Open(time);
        await Task.WhenAll(Store.CheckAsync(default), other.Store.CheckAsync(default));
        var leases = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => Task.Run(async () =>
            (Holder: $"h{n}", Won: await (n % 2 == 0 ? Store : other.Store).TryLeaseTokenAsync("account", "", $"h{n}", TokenLease, default)))));
        var holder = Assert.Single(leases, lease => lease.Won).Holder;
        var token = new KeptToken("account", "sealed-1", time.Now.AddHours(2));
        await Store.KeepTokenAsync(token, holder, default);
        Assert.Equal(token, await other.Store.FindTokenAsync("account", default));
        Assert.Null(await Store.FindTokenAsync("another", default));
        // Who has not seen the new token yet renews nothing; who found it out of use does.
        Assert.False(await other.Store.TryLeaseTokenAsync("account", "", "late", TokenLease, default));
        Assert.True(await other.Store.TryLeaseTokenAsync("account", "sealed-1", "next", TokenLease, default));
    }

    [Fact]
    public async Task Who_died_while_fetching_a_token_holds_nobody_up_and_overwrites_nothing()
    {
        Assert.True(await Store.TryLeaseTokenAsync("account", "", "dead", TokenLease, default));
        time.Now += TokenLease;
        Assert.False(await Store.TryLeaseTokenAsync("account", "", "alive", TokenLease, default));
        time.Now += TimeSpan.FromMilliseconds(1);
        Assert.True(await Store.TryLeaseTokenAsync("account", "", "alive", TokenLease, default));
        var token = new KeptToken("account", "of the living", time.Now.AddHours(2));
        await Store.KeepTokenAsync(token, "alive", default);
        await Store.KeepTokenAsync(token with { Sealed = "of the dead" }, "dead", default);
        await Store.ReleaseTokenAsync("account", "dead", default);
        Assert.Equal(token, await Store.FindTokenAsync("account", default));
    }

    [Fact]
    public async Task Who_got_no_token_lets_the_next_one_try_at_once_and_old_tokens_go()
    {
        Assert.True(await Store.TryLeaseTokenAsync("account", "", "unlucky", TokenLease, default));
        await Store.ReleaseTokenAsync("account", "unlucky", default);
        Assert.True(await Store.TryLeaseTokenAsync("account", "", "lucky", TokenLease, default));
        await Store.KeepTokenAsync(new KeptToken("account", "sealed", time.Now.AddHours(2)), "lucky", default);
        time.Now += TimeSpan.FromHours(3);
        Assert.True(await Store.TryLeaseTokenAsync("another", "", "h", TokenLease, default));
        await Store.KeepTokenAsync(new KeptToken("another", "sealed too", time.Now.AddHours(2)), "h", default);
        Assert.Null(await Store.FindTokenAsync("account", default));
        Assert.NotNull(await Store.FindTokenAsync("another", default));
    }
}
