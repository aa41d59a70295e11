using System.Text;
using System.Text.Json;
using Bot.Api;
using Bot.Channels.Tencent;

namespace Bot.Channels.WeCom;

/// <summary>What the application sends by itself, each within the service's limits.</summary>
internal static class WeComCards
{
    private const string Task = "answer-";
    private const string Helpful = "helpful";
    private const string Unhelpful = "unhelpful";
    private const int TitleBytes = 128;
    private const int DescriptionBytes = 512;
    private const int CardTitle = 36;
    private const int CardDescription = 44;

    internal static ReadOnlyMemory<byte> Text(string user, int agent, string text) =>
        Message(user, agent, "text", json => json.WriteString("content", Fit(text, ReplyPages.MostBytes)));

    /// <summary>Markdown as WeCom has it: bold, links, quotes; no tables, no lists. The lines are quoted, so that nothing in them is read as a heading.</summary>
    internal static ReadOnlyMemory<byte> Markdown(string user, int agent, string title, string text) =>
        Message(user, agent, "markdown", json => json.WriteString("content", Fit($"**{title}**\n" + string.Concat(text.Split('\n').Select(line => $"> {line}\n")), ReplyPages.MostBytes)));

    /// <summary>A card that leads to a page.</summary>
    internal static ReadOnlyMemory<byte> TextCard(string user, int agent, string title, string description, string url) =>
        Message(user, agent, "textcard", json =>
        {
            json.WriteString("title", Fit(title, TitleBytes));
            json.WriteString("description", Fit(description, DescriptionBytes));
            json.WriteString("url", url);
            json.WriteString("btntxt", "查看");
        });

    /// <summary>A card with two buttons, whether an answer helped.</summary>
    /// <param name="user">To whom.</param>
    /// <param name="agent">The application.</param>
    /// <param name="answerId">The answer; it comes back with the click.</param>
    /// <param name="question">What was asked.</param>
    internal static ReadOnlyMemory<byte> Rating(string user, int agent, string answerId, string question) =>
        Message(user, agent, "template_card", json =>
        {
            json.WriteString("card_type", "button_interaction");
            json.WriteStartObject("main_title");
            json.WriteString("title", "这次答复对您有帮助吗？");
            json.WriteString("desc", Start(question, CardDescription));
            json.WriteEndObject();
            json.WriteString("task_id", Task + answerId);
            json.WriteStartArray("button_list");
            Button(json, "有帮助", 1, Helpful);
            Button(json, "没有帮助", 2, Unhelpful);
            json.WriteEndArray();
        });

    /// <summary>The answer that a card's task is about; null where the card is not ours.</summary>
    internal static string? AnswerOf(string taskId) =>
        taskId.StartsWith(Task, StringComparison.Ordinal) && AskBody.IsId(taskId[Task.Length..]) ? taskId[Task.Length..] : null;

    /// <summary>What a button says; null where it is not ours.</summary>
    internal static bool? Rating(string key) => key switch
    {
        Helpful => true,
        Unhelpful => false,
        _ => null,
    };

    /// <summary>The card after the click: the buttons make room for thanks.</summary>
    internal static StringBuilder WriteRated(StringBuilder xml, string taskId, string text) => xml
        .Append("<TemplateCard>")
        .AppendText("CardType", "button_interaction")
        .Append("<MainTitle>").AppendText("Title", "这次答复对您有帮助吗？").Append("</MainTitle>")
        .AppendText("TaskId", taskId)
        .Append("<ButtonList>").AppendText("Text", "有帮助").AppendNumber("Style", "1").AppendText("Key", Helpful).Append("</ButtonList>")
        .Append("<ButtonList>").AppendText("Text", "没有帮助").AppendNumber("Style", "2").AppendText("Key", Unhelpful).Append("</ButtonList>")
        .AppendText("ReplaceText", Start(text, CardTitle))
        .Append("</TemplateCard>");

    private static ReadOnlyMemory<byte> Message(string user, int agent, string type, Action<Utf8JsonWriter> write) => JsonWords.Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteString("touser", user);
        json.WriteString("msgtype", type);
        json.WriteNumber("agentid", agent);
        json.WriteStartObject(type);
        write(json);
        json.WriteEndObject();
        // The same text within half an hour is an honest answer to the same question.
        json.WriteNumber("enable_duplicate_check", 0);
        json.WriteEndObject();
    });

    private static void Button(Utf8JsonWriter json, string text, int style, string key)
    {
        json.WriteStartObject();
        json.WriteString("text", text);
        json.WriteNumber("style", style);
        json.WriteString("key", key);
        json.WriteEndObject();
    }

    private static string Fit(string text, int bytes) => TextPages.Cut(text, bytes)[0];

    private static string Start(string text, int characters)
    {
        var pages = TextPages.Cut(text, characters * 3);
        return pages[0].Length <= characters ? pages[0] : string.Concat(pages[0].EnumerateRunes().Take(characters - 1)) + "…";
    }
}
