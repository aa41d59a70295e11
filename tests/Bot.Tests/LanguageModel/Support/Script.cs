using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.LanguageModel.Support;

/// <summary>How a model behaves: one way of answering, or of not answering.</summary>
internal abstract class Script
{
    private const string JsonType = "application/json";

    /// <summary>Answers without a word and without a tool.</summary>
    internal static Script Nothing { get; } = Say("无");

    /// <summary>Whether it never ends by itself; a test then lets the time pass.</summary>
    internal virtual bool IsSlow => false;

    internal abstract Task PlayAsync(HttpContext context, JsonElement question);

    /// <summary>Says a text, whole or in pieces, as it is asked to.</summary>
    internal static Script Say(string text, string finish = "stop") => By(question => IsStream(question)
        ? Stream(async say =>
        {
            for (var at = 0; at < text.Length; at += 5) await say(text[at..Math.Min(text.Length, at + 5)]);
        }, finish)
        : Json(200, Completion(new JsonObject { ["role"] = "assistant", ["content"] = text }, finish)));

    /// <summary>Says pieces of a text one after the other; without a reason to finish the stream just ends.</summary>
    internal static Script Stream(Func<Func<string, Task>, Task> act, string? finish = "stop") => new Acting(async context =>
    {
        context.Response.ContentType = "text/event-stream";
        await act(piece => Event(context, Chunk(new JsonObject { ["content"] = piece }, null)));
        if (finish is null) return;
        await Event(context, Chunk([], finish));
        await Event(context, "[DONE]");
    });

    /// <summary>Says a text and then nothing more, for ever.</summary>
    internal static Script Stalled(string text) => new Acting(
        async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await Event(context, Chunk(new JsonObject { ["content"] = text }, null));
            await Forever(context);
        },
        slow: true);

    /// <summary>Calls a tool.</summary>
    internal static Script Call(string tool, string arguments, int times = 1)
    {
        JsonArray Calls() => new([.. Enumerable.Range(1, times).Select(i => (JsonNode)new JsonObject
        {
            ["index"] = i - 1, ["id"] = $"call_{i}", ["type"] = "function", ["function"] = new JsonObject { ["name"] = tool, ["arguments"] = arguments },
        })]);
        return By(question => IsStream(question)
            ? new Acting(async context =>
            {
                context.Response.ContentType = "text/event-stream";
                await Event(context, Chunk(new JsonObject { ["tool_calls"] = Calls() }, null));
                await Event(context, Chunk([], "tool_calls"));
                await Event(context, "[DONE]");
            })
            : Json(200, Completion(new JsonObject { ["role"] = "assistant", ["content"] = null, ["tool_calls"] = Calls() }, "tool_calls")));
    }

    /// <summary>Sends a body as it is.</summary>
    internal static Script Json(int status, string body, string type = JsonType) => new Acting(async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.WriteAsync(body);
    });

    /// <summary>Decides by the question.</summary>
    internal static Script By(Func<JsonElement, Script> choose) => new Choosing(choose);

    /// <summary>Sends its client elsewhere.</summary>
    internal static Script Redirect(string address) => new Acting(context =>
    {
        context.Response.Redirect(address, permanent: false, preserveMethod: true);
        return Task.CompletedTask;
    });

    /// <summary>Says nothing, for ever.</summary>
    internal static Script Silent() => new Acting(Forever, slow: true);

    /// <summary>Begins a reply and sends a little of it at a time, for ever.</summary>
    internal static Script Dripping(string beginning) => new Acting(
        async context =>
        {
            context.Response.ContentType = JsonType;
            await context.Response.WriteAsync(beginning);
            await context.Response.Body.FlushAsync();
            await Forever(context);
        },
        slow: true);

    /// <summary>Sends more and more, as quickly as it is read.</summary>
    internal static Script Endless() => new Acting(async context =>
    {
        context.Response.ContentType = JsonType;
        await context.Response.WriteAsync("{\"choices\":[{\"message\":{\"content\":\"");
        var more = new string('的', 4096);
        while (!context.RequestAborted.IsCancellationRequested) await context.Response.WriteAsync(more, context.RequestAborted);
    });

    /// <summary>A few kilobytes that unpack to many megabytes.</summary>
    internal static Script Bomb() => new Acting(async context =>
    {
        context.Response.ContentType = JsonType;
        context.Response.Headers.ContentEncoding = "gzip";
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 32; i++) await gzip.WriteAsync(zeros);
        }

        await context.Response.Body.WriteAsync(packed.ToArray());
    });

    /// <summary>Breaks the connection in the middle of a reply.</summary>
    internal static Script Broken(string beginning) => new Acting(async context =>
    {
        context.Response.ContentType = JsonType;
        context.Response.ContentLength = beginning.Length + 4000;
        await context.Response.WriteAsync(beginning);
        await context.Response.Body.FlushAsync();
        context.Abort();
    });

    /// <summary>A whole completion.</summary>
    internal static string Completion(JsonObject message, string finish) => new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion",
        ["created"] = 1_700_000_000,
        ["model"] = "scripted",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = finish }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 1, ["completion_tokens"] = 1, ["total_tokens"] = 2 },
    }.ToJsonString();

    private static bool IsStream(JsonElement question) => question.TryGetProperty("stream", out var stream) && stream.ValueKind == JsonValueKind.True;

    private static string Chunk(JsonObject delta, string? finish) => new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion.chunk",
        ["created"] = 1_700_000_000,
        ["model"] = "scripted",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }),
    }.ToJsonString();

    private static async Task Event(HttpContext context, string data)
    {
        await context.Response.WriteAsync($"data: {data}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private static async Task Forever(HttpContext context)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.RequestAborted.Register(() => gone.TrySetResult());
        await gone.Task;
    }

    private sealed class Acting(Func<HttpContext, Task> act, bool slow = false) : Script
    {
        internal override bool IsSlow => slow;

        internal override Task PlayAsync(HttpContext context, JsonElement question) => act(context);
    }

    private sealed class Choosing(Func<JsonElement, Script> choose) : Script
    {
        internal override Task PlayAsync(HttpContext context, JsonElement question) => choose(question).PlayAsync(context, question);
    }
}
