namespace Bot.Channels.Tencent;

/// <summary>Sends to a user outside of a reply.</summary>
internal interface IReplySender
{
    /// <summary>The door that it belongs to.</summary>
    string Channel { get; }

    /// <summary>What would become of an attempt to send now, without making one; null where one may be made.</summary>
    SendOutcome? Refusal { get; }

    /// <summary>Whether the account can send now.</summary>
    bool CanSend { get; }

    /// <summary>Sends a text of at most 2048 bytes.</summary>
    /// <param name="user">The openid or user id.</param>
    /// <param name="said">What to say.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<SendOutcome> SendAsync(string user, Said said, CancellationToken cancellation);
}

/// <summary>What became of an attempt to send.</summary>
internal enum SendOutcome
{
    /// <summary>It is on its way.</summary>
    Sent,

    /// <summary>Busy, unreachable, or no token just now: worth another try soon.</summary>
    TryAgain,

    /// <summary>Too often: worth another try in a minute.</summary>
    SlowDown,

    /// <summary>The day's quota is used: nothing more until tomorrow in China.</summary>
    Tomorrow,

    /// <summary>The user must speak first; the text waits for that.</summary>
    UserSilent,

    /// <summary>It cannot be sent at all.</summary>
    Impossible,
}
