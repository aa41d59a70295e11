using Bot.Channels.Activity.Wire;

namespace Bot.Channels.Activity.Security;

/// <summary>Who calls, once their token is verified.</summary>
internal abstract record Caller
{
    /// <summary>The only <see cref="Local"/> one.</summary>
    internal static readonly Caller OfThisMachine = new Local();

    private Caller()
    {
    }

    /// <summary>Somebody on this machine, where no app id is set up.</summary>
    internal sealed record Local : Caller;

    /// <summary>The Bot Framework, for a channel.</summary>
    /// <param name="ServiceUrl">Where the token says that replies go.</param>
    /// <param name="Endorsements">The channels that the key may speak for; none where it may speak for all.</param>
    internal sealed record Channel(string ServiceUrl, IReadOnlyList<string> Endorsements) : Caller;

    /// <summary>An application with an Entra token: a tool of Microsoft's, or another bot.</summary>
    internal sealed record Application : Caller;

    /// <summary>What is wrong with an activity from this caller: 401, 403, or 0 where nothing is.</summary>
    internal int Refusal(IncomingActivity activity, ServiceHosts hosts)
    {
        if (this is Channel channel)
        {
            if (activity.ServiceUrl != channel.ServiceUrl) return StatusCodes.Status401Unauthorized;
            if (channel.Endorsements.Count > 0 && !channel.Endorsements.Contains(activity.ChannelId ?? "", StringComparer.Ordinal)) return StatusCodes.Status403Forbidden;
        }

        return activity.ServiceUrl is null || hosts.Find(activity.ServiceUrl) is not null ? 0 : StatusCodes.Status403Forbidden;
    }
}
