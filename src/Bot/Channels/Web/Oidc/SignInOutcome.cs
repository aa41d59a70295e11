namespace Bot.Channels.Web.Oidc;

/// <summary>What came of asking the provider who somebody is.</summary>
internal abstract record SignInOutcome
{
    private SignInOutcome() { }

    /// <summary>Known, and allowed to use the desk.</summary>
    /// <param name="Subject">The provider's name for the user, the same for ever.</param>
    internal sealed record Accepted(string Subject) : SignInOutcome;

    /// <summary>Not proven, or not allowed.</summary>
    /// <param name="Reason">For the log: a few fixed words without anything of the token.</param>
    internal sealed record Refused(string Reason) : SignInOutcome;

    /// <summary>The provider does not answer as it should.</summary>
    /// <param name="Reason">For the log.</param>
    internal sealed record Unavailable(string Reason) : SignInOutcome;
}
