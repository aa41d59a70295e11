namespace Bot.Tests.Pages.Oidc;

/// <summary>One desk for the tests of a class; each puts the provider right again.</summary>
public sealed class SharedDesk : IAsyncLifetime
{
    internal Desk Desk { get; private set; } = null!;

    public async Task InitializeAsync() => Desk = await Desk.StartAsync("--Desk:Oidc:AllowedUsers=u-1001");

    public async Task DisposeAsync() => await Desk.DisposeAsync();
}
