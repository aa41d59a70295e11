using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace Bot.LanguageModel.Client;

/// <summary>An OpenAI-compatible service as an <see cref="IChatClient"/>: one question, one answer, whole or piece by piece.</summary>
internal sealed class OpenAIChat : IChatClient
{
    // Ours is the only clock that counts; the client's own stands far behind it.
    private static readonly TimeSpan Never = TimeSpan.FromMinutes(5);

    private readonly HttpClient http;
    private readonly ChatClient client;

    internal OpenAIChat(ModelOptions options)
    {
        // The key goes to the address that was configured and to no other. What is given up is cut at once: nothing of it is read on.
        var sockets = new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All, UseCookies = false, PooledConnectionLifetime = Never, MaxResponseDrainSize = 0 };
        http = new HttpClient(new CappedHandler(sockets, options.ResponseBytes)) { Timeout = Timeout.InfiniteTimeSpan };
        client = new ChatClient(
            options.Model,
            // A service on this machine may need no key; the client needs some.
            new ApiKeyCredential(options.ApiKey.Length > 0 ? options.ApiKey : "none"),
            new OpenAIClientOptions { Endpoint = options.Endpoint, Transport = new HttpClientPipelineTransport(http), RetryPolicy = new ClientRetryPolicy(0), NetworkTimeout = Never });
    }

    /// <inheritdoc />
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ChatCompletion completion = await client.CompleteChatAsync(messages.Select(Message), Options(options), cancellationToken);
        var contents = new List<AIContent>();
        foreach (var part in completion.Content)
        {
            if (part.Text is { Length: > 0 } text) contents.Add(new TextContent(text));
        }

        foreach (var call in completion.ToolCalls) contents.Add(new FunctionCallContent(call.Id ?? "", call.FunctionName, Arguments(call.FunctionArguments)));
        return new ChatResponse(new Microsoft.Extensions.AI.ChatMessage(ChatRole.Assistant, contents))
        {
            FinishReason = Reason(completion.FinishReason),
        };
    }

    /// <summary>The reply piece by piece; its end, where it has one, is the last that is told.</summary>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages,
        ChatOptions? options = null,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in client.CompleteChatStreamingAsync(messages.Select(Message), Options(options), cancellationToken))
        {
            foreach (var part in update.ContentUpdate)
            {
                if (part.Text is { Length: > 0 } text) yield return new ChatResponseUpdate(ChatRole.Assistant, text);
            }

            if (update.FinishReason is { } finish) yield return new ChatResponseUpdate { FinishReason = Reason(finish) };
        }
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    private static Microsoft.Extensions.AI.ChatFinishReason Reason(OpenAI.Chat.ChatFinishReason reason) => reason switch
    {
        OpenAI.Chat.ChatFinishReason.Stop => Microsoft.Extensions.AI.ChatFinishReason.Stop,
        OpenAI.Chat.ChatFinishReason.ToolCalls or OpenAI.Chat.ChatFinishReason.FunctionCall => Microsoft.Extensions.AI.ChatFinishReason.ToolCalls,
        OpenAI.Chat.ChatFinishReason.Length => Microsoft.Extensions.AI.ChatFinishReason.Length,
        _ => Microsoft.Extensions.AI.ChatFinishReason.ContentFilter,
    };

    private static OpenAI.Chat.ChatMessage Message(Microsoft.Extensions.AI.ChatMessage message) =>
        message.Role == ChatRole.System ? new SystemChatMessage(message.Text)
        : message.Role == ChatRole.User ? new UserChatMessage(message.Text)
        : throw new NotSupportedException($"A message of the role {message.Role} is never sent.");

    private static ChatCompletionOptions Options(ChatOptions? options)
    {
        var sent = new ChatCompletionOptions { MaxOutputTokenCount = options?.MaxOutputTokens, Temperature = options?.Temperature };
        foreach (var tool in options?.Tools?.OfType<AIFunctionDeclaration>() ?? [])
            sent.Tools.Add(ChatTool.CreateFunctionTool(tool.Name, tool.Description, BinaryData.FromString(tool.JsonSchema.GetRawText())));
        return sent;
    }

    /// <exception cref="JsonException">They are no JSON object.</exception>
    private static Dictionary<string, object?> Arguments(BinaryData json)
    {
        // Some services send nothing at all where there are no arguments.
        if (json.ToMemory().IsEmpty) return [];
        using var read = JsonDocument.Parse(json);
        if (read.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException("Arguments are an object.");
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in read.RootElement.EnumerateObject())
        {
            // Half of a surrogate pair is no text; it shows here, not where the argument is looked at.
            if (member.Value.ValueKind == JsonValueKind.String) _ = member.Value.GetString();
            if (!arguments.TryAdd(member.Name, member.Value.Clone())) throw new JsonException("An argument stands twice.");
        }

        return arguments;
    }
}
