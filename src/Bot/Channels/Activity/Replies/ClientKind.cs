namespace Bot.Channels.Activity.Replies;

/// <summary>What a channel's client can show.</summary>
/// <param name="Teams">Whether cards run in place, and feedback can be asked for.</param>
/// <param name="Rich">Whether cards, citations, Markdown and suggested actions are shown at all.</param>
/// <param name="Definitions">Whether citations are listed only where the text ends with link definitions.</param>
internal sealed record ClientKind(bool Teams, bool Rich, bool Definitions)
{
    private static readonly ClientKind OfTeams = new(Teams: true, Rich: true, Definitions: false);
    private static readonly ClientKind WebChat = new(Teams: false, Rich: true, Definitions: true);
    private static readonly ClientKind Emulator = new(Teams: false, Rich: true, Definitions: false);
    private static readonly ClientKind Plain = new(Teams: false, Rich: false, Definitions: false);

    /// <summary>By the channel's id; what is not known gets plain text, which everything shows.</summary>
    internal static ClientKind Of(string? channelId) => channelId switch
    {
        "msteams" => OfTeams,
        "webchat" or "directline" => WebChat,
        "emulator" => Emulator,
        _ => Plain,
    };
}
