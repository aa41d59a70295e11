using Bot.Api;
using Bot.Api.Description;
using Bot.Store;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Web;

/// <summary>How long what users say is kept, so that the pages state what is configured.</summary>
internal static class RetentionEndpoints
{
    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/retention", Show).Describe("对话和回答保存多久", reply: "Retention");

    internal static IResult Show(IOptions<StorageOptions> options) => new JsonReply(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("conversationDays", options.Value.ConversationDays);
        json.WriteNumber("answerDays", options.Value.AnswerDays);
        json.WriteNumber("accessDays", options.Value.AccessDays);
        json.WriteEndObject();
    });
}
