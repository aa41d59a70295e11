using System.Text.Json;
using Bot.Inputs;

namespace Bot.Channels.Activity.Wire;

/// <summary>What the user said, without what the channel put around it.</summary>
internal static class SpokenText
{
    /// <summary>The words: mentions of the bot taken out, other people's turned into their names; from a card's button where no text was written.</summary>
    internal static string Of(IncomingActivity activity)
    {
        var text = activity.Text is { Length: > 0 } written ? Strip(written, activity) : FromValue(activity.Value);
        return PlainText.Clean(text.Replace("&nbsp;", " ", StringComparison.Ordinal));
    }

    // By the ids of the entities: a name or a pattern would also match what somebody merely wrote.
    private static string Strip(string text, IncomingActivity activity)
    {
        if (activity.Mentions.Count == 0) return text;
        // Entities may repeat; each wording is looked for once, so that the work stays linear in practice.
        foreach (var mention in activity.Mentions.DistinctBy(m => m.Text).Take(50))
            text = text.Replace(mention.Text, mention.Id == activity.Recipient?.Id ? " " : mention.Name ?? "", StringComparison.Ordinal);
        return text;
    }

    private static string FromValue(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Object } data => ActivityFields.TextOf(data, "text") ?? "",
        _ => "",
    };
}
