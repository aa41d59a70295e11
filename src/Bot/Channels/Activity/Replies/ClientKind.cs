using Bot.Channels.Activity.Wire;

namespace Bot.Channels.Activity.Replies;

/// <summary>What a channel's client can show.</summary>
/// <param name="Teams">Whether cards run in place, and feedback can be asked for.</param>
/// <param name="Rich">Whether cards, citations, Markdown and suggested actions are shown at all.</param>
/// <param name="WebChat">Whether it is Web Chat, which lists citations only where the text ends with link definitions, and has votes of its own.</param>
internal sealed record ClientKind(bool Teams, bool Rich, bool WebChat)
{
    private static readonly ClientKind OfTeams = new(Teams: true, Rich: true, WebChat: false);
    private static readonly ClientKind OfPlayground = OfTeams with { Playground = true };
    private static readonly ClientKind OfWebChat = new(Teams: false, Rich: true, WebChat: true);
    private static readonly ClientKind Emulator = new(Teams: false, Rich: true, WebChat: false);
    private static readonly ClientKind Plain = new(Teams: false, Rich: false, WebChat: false);

    /// <summary>Whether it is Microsoft's Playground: Teams but for a card's buttons that speak as the user, over which its own reader of cards stumbles.</summary>
    internal bool Playground { get; private init; }

    /// <summary>By the channel's id; what is not known gets plain text, which everything shows.</summary>
    internal static ClientKind Of(IncomingActivity incoming) => incoming.ChannelId switch
    {
        "msteams" => incoming.IsPlayground ? OfPlayground : OfTeams,
        "webchat" or "directline" => OfWebChat,
        "emulator" => Emulator,
        _ => Plain,
    };
}
