using System.Text.Json.Nodes;

namespace Bot.Channels.Activity.Replies;

/// <summary>The buttons of a card. Teams runs them in place; elsewhere they come back as messages.</summary>
/// <param name="client">What the card is shown in.</param>
internal sealed class CardActions(ClientKind client)
{
    /// <summary>The verb of 详情.</summary>
    internal const string DetailsVerb = "details";

    private const int MostFollowUps = 3;

    /// <summary>Shows how an award was worked out.</summary>
    internal JsonObject Details(string answerId)
    {
        // Web Chat does nothing on an Action.Execute, and older Teams clients take the fallback.
        var submit = new JsonObject { ["type"] = "Action.Submit", ["title"] = "详情", ["data"] = Data(answerId) };
        if (!client.Teams) return submit;
        return new JsonObject { ["type"] = "Action.Execute", ["title"] = "详情", ["verb"] = DetailsVerb, ["data"] = Data(answerId), ["fallback"] = submit };
    }

    /// <summary>Buttons that say what the user may say next.</summary>
    internal IEnumerable<JsonObject> FollowUps(IReadOnlyList<string> suggestions) => suggestions.Take(MostFollowUps).Select(FollowUp);

    private JsonObject FollowUp(string text) => new()
    {
        ["type"] = "Action.Submit",
        ["title"] = text,
        // Teams by its own wrapper and Web Chat by data that is a string speak visibly as the user; the Playground only sends.
        ["data"] = client switch
        {
            { Playground: true } => new JsonObject { ["text"] = text },
            { Teams: true } => new JsonObject { ["msteams"] = new JsonObject { ["type"] = "imBack", ["value"] = text } },
            _ => text,
        },
    };

    private static JsonObject Data(string answerId) => new() { ["verb"] = DetailsVerb, ["answerId"] = answerId };
}
