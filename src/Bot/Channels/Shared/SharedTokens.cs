using Bot.Store;

namespace Bot.Channels.Shared;

/// <summary>Gives each account its place among the tokens that instances share.</summary>
internal sealed class SharedTokens(ITokens store, IConfiguration configuration, TimeProvider time, ILogger<SharedTokens> log)
{
    /// <summary>The place of an account's token.</summary>
    /// <param name="service">Where the token is fetched.</param>
    /// <param name="account">The account there.</param>
    /// <param name="secret">Its secret.</param>
    internal SharedToken Of(Uri service, string account, string secret) =>
        new(store, new TokenSeal($"{service}\n{account}", secret, configuration["Privacy:Key"] ?? ""), time, log);
}
