using System.Text.Json.Nodes;

namespace Bot.Channels.Activity.Replies;

/// <summary>The buttons of a card. Teams runs them in place; elsewhere they come back as messages.</summary>
/// <param name="teams">Whether the client is Teams.</param>
internal sealed class CardActions(bool teams)
{
    /// <summary>The verb of 详情.</summary>
    internal const string DetailsVerb = "details";

    private const int MostFollowUps = 3;

    /// <summary>Shows how an award was worked out.</summary>
    internal JsonObject Details(string answerId)
    {
        // Web Chat does nothing on an Action.Execute, and older Teams clients take the fallback.
        var submit = new JsonObject { ["type"] = "Action.Submit", ["title"] = "详情", ["data"] = Data(answerId) };
        if (!teams) return submit;
        return new JsonObject { ["type"] = "Action.Execute", ["title"] = "详情", ["verb"] = DetailsVerb, ["data"] = Data(answerId), ["fallback"] = submit };
    }

    /// <summary>Buttons that say what the user may say next.</summary>
    internal IEnumerable<JsonObject> FollowUps(IReadOnlyList<string> suggestions) => suggestions.Take(MostFollowUps).Select(FollowUp);

    private JsonObject FollowUp(string text) => new()
    {
        ["type"] = "Action.Submit",
        ["title"] = text,
        // Either speaks visibly as the user: Teams by its own wrapper, Web Chat by data that is a string.
        ["data"] = teams ? new JsonObject { ["msteams"] = new JsonObject { ["type"] = "imBack", ["value"] = text } } : text,
    };

    private static JsonObject Data(string answerId) => new() { ["verb"] = DetailsVerb, ["answerId"] = answerId };
}
