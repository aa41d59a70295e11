namespace Bot.Channels.Tencent;

/// <summary>What a user said, or did that comes to the same.</summary>
/// <param name="Channel">The door.</param>
/// <param name="Account">The account or the company that was written to.</param>
/// <param name="User">The openid or user id: only to reply to.</param>
/// <param name="Conversation">What stands for both.</param>
/// <param name="Key">What tells a repeat of it; holds no user id.</param>
/// <param name="Act">What to do.</param>
internal sealed record Incoming(string Channel, string Account, string User, string Conversation, string Key, Act Act)
{
    /// <summary>What became of the user's patience meanwhile.</summary>
    internal Lateness Late { get; } = new();
}

/// <summary>Shared between who waits for an answer and who makes it.</summary>
internal sealed class Lateness
{
    private volatile bool passed;
    private volatile bool listed;

    /// <summary>The time for a reply in place is over, and nothing can be sent later: the answer has to be fetched.</summary>
    internal bool Passed { get => passed; set => passed = value; }

    /// <summary>The answer stands on the list of what is to be read.</summary>
    internal bool Listed { get => listed; set => listed = value; }
}

/// <summary>What a message asks for.</summary>
internal abstract record Act
{
    private Act()
    {
    }

    /// <summary>A question for the assistant.</summary>
    internal sealed record Ask(string Text) : Act;

    /// <summary>The next page, or the answer that was not there in time.</summary>
    internal sealed record ReadOn : Act;

    /// <summary>A human being.</summary>
    internal sealed record Human : Act;

    /// <summary>The 答复单 of the last answer.</summary>
    internal sealed record Summary : Act;

    /// <summary>A thumb up or down for an answer.</summary>
    internal sealed record Rate(string AnswerId, bool Helpful) : Act;

    /// <summary>The user is gone: forget what was said.</summary>
    internal sealed record Forget : Act;

    /// <summary>A fixed sentence of ours, by its name in <see cref="Sentences"/>.</summary>
    internal sealed record Say(string Name) : Act;

    /// <summary>Nothing to say.</summary>
    internal sealed record Nothing : Act;
}

/// <summary>What is replied.</summary>
/// <param name="Text">At most 2048 bytes; empty is no reply.</param>
/// <param name="Reference">From what the same reply can be made again.</param>
/// <param name="Form">How it is sent.</param>
internal sealed record Said(string Text, string Reference, SaidForm Form = SaidForm.Text)
{
    internal static readonly Said Nothing = new("", "nothing");
}

/// <summary>How a reply is sent.</summary>
internal enum SaidForm
{
    /// <summary>As a text.</summary>
    Text,

    /// <summary>The talk is handed to the account's customer service; the text goes to the user apart.</summary>
    Transfer,

    /// <summary>The card that was clicked on is replaced by one that says the text.</summary>
    Card,
}
