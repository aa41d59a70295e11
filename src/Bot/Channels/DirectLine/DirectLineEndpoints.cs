using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Api;
using Bot.Channels.Activity;
using Bot.Channels.Activity.Wire;

namespace Bot.Channels.DirectLine;

/// <summary>Direct Line 3.0, as much of it as Web Chat speaks.</summary>
internal static class DirectLineEndpoints
{
    private const string Root = "/v3/directline";
    private const int LongestUser = 128;

    internal static void Map(WebApplication app)
    {
        var group = app.MapGroup(Root).ExcludeFromDescription();
        group.MapPost("/tokens/generate", GenerateAsync);
        group.MapPost("/tokens/refresh", Refresh);
        group.MapPost("/conversations", OpenAsync);
        group.MapGet("/conversations/{id}", Reconnect);
        group.MapGet("/conversations/{id}/activities", Poll);
        group.MapPost("/conversations/{id}/activities", PostAsync);
        group.MapPost("/conversations/{id}/upload", () => new ProblemReply(415, "目前只能接收文字，不能接收文件。"));
        // Sockets are understood on this one path alone.
        var stream = ((IEndpointRouteBuilder)app).CreateApplicationBuilder();
        stream.UseWebSockets().Run(StreamAsync);
        app.MapGet(Root + "/conversations/{id}/stream", stream.Build()).DisableRequestTimeout().ExcludeFromDescription();
    }

    internal static async Task<IResult> GenerateAsync(HttpRequest request, DirectLineTokens tokens, UserRate rate)
    {
        // Only pages of our own may have a token for their visitor.
        if (request.Headers.Origin is [{ Length: > 0 } origin] && origin != $"{request.Scheme}://{request.Host}") return new ProblemReply(403, "这个页面不能使用本站的对话。");
        if (rate.Refusal(request.HttpContext, "token|" + request.HttpContext.Connection.RemoteIpAddress) is { } tooMany) return tooMany;
        var (body, problem) = await BodyAsync(request);
        if (problem is not null) return problem;
        var wanted = body is { } json && json.TryGetProperty("user", out var user) && user.ValueKind == JsonValueKind.Object ? ActivityFields.TextOf(user, "id") : null;
        var ticket = new DirectLineTicket(Transcripts.NewId(), wanted is { Length: > 3 and <= LongestUser } && wanted.StartsWith("dl_", StringComparison.Ordinal) ? wanted : "dl_" + Transcripts.NewId());
        return Granted(ticket, tokens, null, 200);
    }

    internal static IResult Refresh(HttpRequest request, DirectLineTokens tokens) =>
        Ticket(request, tokens) is { } ticket ? Granted(ticket, tokens, null, 200) : Expired();

    internal static async Task<IResult> OpenAsync(HttpRequest request, DirectLineTokens tokens, Transcripts transcripts, DirectLineService service)
    {
        if (Ticket(request, tokens) is not { } ticket) return Expired();
        var isNew = transcripts.Find(ticket.Conversation) is null;
        if (transcripts.Open(ticket) is not { } transcript) return new ProblemReply(503, "当前对话较多，请稍后再试。");
        await service.OpenAsync(transcript, ticket, BaseUrl(request)).WaitAsync(request.HttpContext.RequestAborted);
        return Granted(ticket, tokens, StreamUrl(request, ticket, tokens, 0), isNew ? 201 : 200);
    }

    internal static IResult Reconnect(string id, HttpRequest request, DirectLineTokens tokens, Transcripts transcripts) =>
        Known(id, request, tokens, transcripts, out var ticket, out _) is { } refusal ? refusal : Granted(ticket, tokens, StreamUrl(request, ticket, tokens, Watermark(request)), 200);

    internal static IResult Poll(string id, HttpRequest request, DirectLineTokens tokens, Transcripts transcripts)
    {
        if (Known(id, request, tokens, transcripts, out _, out var transcript) is { } refusal) return refusal;
        var (activities, watermark, _) = transcript.After(Watermark(request));
        return new JsonReply(Encoding.UTF8.GetBytes(DirectLineStream.Set(activities, watermark)));
    }

    internal static async Task<IResult> PostAsync(string id, HttpRequest request, DirectLineTokens tokens, Transcripts transcripts, DirectLineService service, UserRate rate)
    {
        if (Known(id, request, tokens, transcripts, out var ticket, out var transcript) is { } refusal) return refusal;
        var (body, problem) = await BodyAsync(request);
        if (problem is not null) return problem;
        if (body is not { } activity) return new ProblemReply(400, "请发送一个活动（Activity）对象。");
        if (ActivityFields.TextOf(activity, "type") == "message" && rate.Refusal(request.HttpContext, "user|" + ticket.User) is { } tooMany) return tooMany;
        return service.Take(transcript, ClientActivity.Of(activity, ticket), BaseUrl(request)) is { } added
            ? Json(new JsonObject { ["id"] = added }, 200)
            : new ProblemReply(400, "活动（Activity）中有值的类型不正确。");
    }

    private static async Task StreamAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var (tokens, transcripts, time) = (services.GetRequiredService<DirectLineTokens>(), services.GetRequiredService<Transcripts>(), services.GetRequiredService<TimeProvider>());
        var ticket = tokens.Read(context.Request.Query["t"]);
        if (ticket is null || ticket.Conversation != (string?)context.Request.RouteValues["id"])
        {
            await Expired().ExecuteAsync(context);
            return;
        }

        if (transcripts.Find(ticket.Conversation) is not { } transcript || !context.WebSockets.IsWebSocketRequest)
        {
            await new ProblemReply(transcripts.Find(ticket.Conversation) is null ? 404 : 400, "这里只接受已有对话的 WebSocket 连接。").ExecuteAsync(context);
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await DirectLineStream.RunAsync(socket, transcript, Watermark(context.Request), time, context.RequestAborted, services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
    }

    // 403 makes the client ask for a new token, 404 tells it that the conversation is over.
    private static ProblemReply? Known(string id, HttpRequest request, DirectLineTokens tokens, Transcripts transcripts, out DirectLineTicket ticket, out Transcript transcript)
    {
        (ticket, transcript) = (null!, null!);
        if (Ticket(request, tokens) is not { } found || found.Conversation != id) return Expired();
        if (transcripts.Find(id) is not { } open) return new ProblemReply(404, "这个对话已经结束，请重新开始。");
        (ticket, transcript) = (found, open);
        return null;
    }

    private static DirectLineTicket? Ticket(HttpRequest request, DirectLineTokens tokens) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? tokens.Read(header[7..].Trim()) : null;

    private static ProblemReply Expired() => new(403, "对话凭证无效或已过期。");

    private static async Task<(JsonElement? Body, ProblemReply? Problem)> BodyAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        if (body.Length == 0) return (null, null);
        const int deepest = 32;
        var utf8 = body.GetBuffer().AsMemory(0, (int)body.Length);
        if (!JsonSoundness.IsSound(utf8.Span, deepest)) return (null, new ProblemReply(400, "请求内容不是有效的 JSON。"));
        using var json = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = deepest });
        return json.RootElement.ValueKind == JsonValueKind.Object ? (json.RootElement.Clone(), null) : (null, new ProblemReply(400, "请求内容应是一个 JSON 对象。"));
    }

    private static JsonReply Granted(DirectLineTicket ticket, DirectLineTokens tokens, string? streamUrl, int status)
    {
        var body = new JsonObject { ["conversationId"] = ticket.Conversation, ["token"] = tokens.Issue(ticket), ["expires_in"] = DirectLineTokens.Seconds };
        if (streamUrl is not null) body["streamUrl"] = streamUrl;
        return Json(body, status);
    }

    private static string StreamUrl(HttpRequest request, DirectLineTicket ticket, DirectLineTokens tokens, int watermark) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(request.IsHttps ? "wss" : "ws")}://{request.Host}{Root}/conversations/{ticket.Conversation}/stream?watermark={watermark}&t={tokens.Issue(ticket)}");

    private static Uri BaseUrl(HttpRequest request) => new($"{request.Scheme}://{request.Host}");

    private static int Watermark(HttpRequest request) =>
        int.TryParse(request.Query["watermark"], NumberStyles.None, CultureInfo.InvariantCulture, out var watermark) ? watermark : 0;

    private static JsonReply Json(JsonObject body, int status) => new(Encoding.UTF8.GetBytes(ClientActivity.Text(body)), status);
}
