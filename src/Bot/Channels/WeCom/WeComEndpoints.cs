using System.Net.Mime;
using System.Text;
using Bot.Api;
using Bot.Channels.Tencent;
using Bot.Telemetry;

namespace Bot.Channels.WeCom;

/// <summary>The callback of our own application in WeCom; everything is encrypted.</summary>
internal static class WeComEndpoints
{
    internal const string Channel = "wecom";
    private const string Path = "/wechat/work";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Verify).ExcludeFromDescription();
        app.MapPost(Path, ReceiveAsync).ExcludeFromDescription();
    }

    internal static IResult Verify(HttpRequest request, WeComOptions options, TimeProvider time) =>
        request.Parameter("echostr") is { } echo && Open(request, options, time, echo) is var (bytes, _)
            ? Results.Bytes(bytes, MediaTypeNames.Text.Plain)
            : Results.StatusCode(StatusCodes.Status403Forbidden);

    internal static async Task<IResult> ReceiveAsync(
        HttpRequest request, WeComOptions options, CallbackDoor door, WeComSender sender, LateReplies late, UserKey users, TimeProvider time)
    {
        if (await request.BodyAsync() is not { } body) return CallbackRequest.TooLong();
        if (CallbackXml.Read(body) is not { } outer) return new ProblemReply(400, "请求内容应为 UTF-8 编码的 XML，且不含文档类型声明。");
        if (Open(request, options, time, outer.GetValueOrDefault("Encrypt", "")) is not var (bytes, cipher) || CallbackXml.Read(bytes) is not { } fields)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        var message = new CallbackMessage(fields);
        if (!message.IsWhole) return new ProblemReply(400, "消息缺少 ToUserName、FromUserName、MsgType 或 MsgId、CreateTime。");
        var account = $"{message.To}/{message["AgentID"]}";
        var conversation = users.Of(Channel, account, message.From);
        var incoming = new Incoming(Channel, account, message.From, conversation, message.Key(conversation), WeComMessages.Act(message));
        var said = await door.ReplyAsync(incoming, sender, options.Deadline);
        // With the right to send, the 答复单 comes as a card with its link.
        if (Talk.SummaryOf(said.Reference) is not null && sender.CanSend)
        {
            await late.SendBesideAsync(incoming, said, sender);
            said = Said.Nothing;
        }

        using var step = Steps.Begin(Steps.Deliver);
        return Reply(WeComMessages.Write(message, said, time.GetUtcNow()), cipher, options, time);
    }

    private static (byte[] Message, CallbackCipher Cipher)? Open(HttpRequest request, WeComOptions options, TimeProvider time, string encrypted) =>
        options.Envelope.Open(request, encrypted, options.MaxAgeSeconds, time.GetUtcNow());

    private static IResult Reply(string? xml, CallbackCipher cipher, WeComOptions options, TimeProvider time)
    {
        // An empty 200 is no reply; anything else would be shown or counted as failed.
        if (xml is null) return Results.Ok();
        return Results.Text(options.Envelope.Seal(cipher, xml, time.GetUtcNow()), MediaTypeNames.Text.Xml, new UTF8Encoding(false));
    }
}
