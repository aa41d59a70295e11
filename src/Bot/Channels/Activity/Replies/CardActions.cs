using System.Text.Json;

namespace Bot.Channels.Activity.Replies;

/// <summary>The buttons of a card. Teams runs them in place; elsewhere they come back as messages.</summary>
/// <param name="client">What the card is shown in.</param>
internal sealed class CardActions(ClientKind client)
{
    /// <summary>The verb of 详情.</summary>
    internal const string DetailsVerb = "details";

    private const int MostFollowUps = 3;

    /// <summary>Shows how an award was worked out.</summary>
    internal void Details(Utf8JsonWriter json, string answerId)
    {
        // Web Chat does nothing on an Action.Execute, and older Teams clients take the fallback.
        json.WriteStartObject();
        json.WriteString("type", client.Teams ? "Action.Execute" : "Action.Submit");
        json.WriteString("title", "详情");
        if (client.Teams) json.WriteString("verb", DetailsVerb);
        Data(json, answerId);
        if (client.Teams)
        {
            json.WriteStartObject("fallback");
            json.WriteString("type", "Action.Submit");
            json.WriteString("title", "详情");
            Data(json, answerId);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>Buttons that say what the user may say next.</summary>
    internal void FollowUps(Utf8JsonWriter json, IReadOnlyList<string> suggestions)
    {
        for (var i = 0; i < suggestions.Count && i < MostFollowUps; i++) FollowUp(json, suggestions[i]);
    }

    // Teams by its own wrapper and Web Chat by data that is a string speak visibly as the user; the Playground only sends.
    private void FollowUp(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("type", "Action.Submit");
        json.WriteString("title", text);
        if (!client.Teams)
        {
            json.WriteString("data", text);
        }
        else
        {
            json.WriteStartObject("data");
            if (client.Playground)
            {
                json.WriteString("text", text);
            }
            else
            {
                json.WriteStartObject("msteams");
                json.WriteString("type", "imBack");
                json.WriteString("value", text);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Data(Utf8JsonWriter json, string answerId)
    {
        json.WriteStartObject("data");
        json.WriteString("verb", DetailsVerb);
        json.WriteString("answerId", answerId);
        json.WriteEndObject();
    }
}
