using System.Net.Mime;
using System.Text;
using Bot.Api;
using Bot.Channels.Tencent;
using Bot.Telemetry;

namespace Bot.Channels.WeChat;

/// <summary>The Official Account's callback.</summary>
internal static class WeChatEndpoints
{
    internal const string Channel = "wechat";
    private const string Path = "/wechat/official";
    private const string Received = "success";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Verify).ExcludeFromDescription();
        app.MapPost(Path, ReceiveAsync).ExcludeFromDescription();
    }

    internal static IResult Verify(HttpRequest request, WeChatOptions options, TimeProvider time) =>
        Signed(request, options, time) is not null && request.Parameter("echostr") is { Length: > 0 } echo
            ? Results.Text(echo, MediaTypeNames.Text.Plain, new UTF8Encoding(false))
            : Results.StatusCode(StatusCodes.Status403Forbidden);

    internal static async Task<IResult> ReceiveAsync(
        HttpRequest request, WeChatOptions options, CallbackDoor door, WeChatSender sender, UserKey users, TimeProvider time)
    {
        var encrypted = request.Parameter("encrypt_type") is { Length: > 0 } type && !type.Equals("raw", StringComparison.Ordinal);
        // In the open the signature is checked before a byte of the body is read; encrypted it covers the body.
        if (encrypted ? options.Mode == WeChatMode.Plain || !options.Envelope.HasKey : options.Mode == WeChatMode.Safe || Signed(request, options, time) is null)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (await request.BodyAsync() is not { } body) return CallbackRequest.TooLong();
        if (CallbackXml.Read(body) is not { } outer) return new ProblemReply(400, "请求内容应为 UTF-8 编码的 XML，且不含文档类型声明。");
        var opened = encrypted ? Open(request, options, time, outer) : new OpenedMessage(outer, null);
        if (opened is null) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var message = new CallbackMessage(opened.Fields);
        if (!message.IsWhole) return new ProblemReply(400, "消息缺少 ToUserName、FromUserName、MsgType 或 MsgId、CreateTime。");
        var conversation = users.Of(Channel, message.To, message.From);
        var incoming = new Incoming(Channel, message.To, message.From, conversation, message.Key(conversation), WeChatMessages.Act(message));
        var said = await door.ReplyAsync(incoming, sender, options.Deadline);
        using var step = Steps.Begin(Steps.Deliver);
        return Reply(WeChatMessages.Write(message, said, time.GetUtcNow()), opened.Cipher, options, time);
    }

    private static OpenedMessage? Open(HttpRequest request, WeChatOptions options, TimeProvider time, IReadOnlyDictionary<string, string> outer) =>
        options.Envelope.Open(request, outer.GetValueOrDefault("Encrypt", ""), options.MaxAgeSeconds, time.GetUtcNow()) is var (bytes, cipher) && CallbackXml.Read(bytes) is { } fields
            ? new OpenedMessage(fields, cipher)
            : null;

    // The timestamp of a request in the open that is signed and fresh.
    private static string? Signed(HttpRequest request, WeChatOptions options, TimeProvider time) =>
        request.Parameter("timestamp") is { } timestamp && request.Parameter("nonce") is { } nonce
        && options.Envelope.IsSigned(request.Parameter("signature"), timestamp, nonce)
        && CallbackRequest.IsFresh(timestamp, options.MaxAgeSeconds, time.GetUtcNow())
            ? timestamp
            : null;

    private static IResult Reply(string? xml, CallbackCipher? cipher, WeChatOptions options, TimeProvider time)
    {
        if (xml is null) return Results.Text(Received, MediaTypeNames.Text.Plain, new UTF8Encoding(false));
        if (cipher is not null) xml = options.Envelope.Seal(cipher, xml, time.GetUtcNow());
        return Results.Text(xml, MediaTypeNames.Text.Xml, new UTF8Encoding(false));
    }
}
