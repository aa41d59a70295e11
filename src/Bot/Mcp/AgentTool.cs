using System.Text;
using System.Text.Json.Nodes;
using Bot.Agents;
using Bot.Api;
using Bot.Inputs;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Bot.Mcp;

/// <summary>A function as a tool of the protocol: the result as text and as structured content, a fault as a tool error.</summary>
internal sealed partial class AgentTool(AgentFunction function, ILogger<AgentTool> logger) : McpServerTool
{
    /// <inheritdoc />
    public override Tool ProtocolTool { get; } = new()
    {
        Name = function.Name,
        Title = function.Title,
        Description = function.Description,
        InputSchema = function.JsonSchema,
        Annotations = new ToolAnnotations
        {
            Title = function.Title,
            ReadOnlyHint = function.IsReadOnly,
            IdempotentHint = function.IsReadOnly,
            DestructiveHint = false,
            OpenWorldHint = false,
        },
    };

    /// <inheritdoc />
    public override IReadOnlyList<object> Metadata => [];

    /// <inheritdoc />
    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        var outcome = await CallAsync(request.JsonRpcRequest.Params, cancellationToken);
        return new CallToolResult
        {
            IsError = outcome.Fault is not null,
            // The same JSON as text, for clients that know no structured content.
            Content = [new TextContentBlock { Text = outcome.Fault ?? Encoding.UTF8.GetString(outcome.Json.Span) }],
            StructuredContent = outcome.Element(),
        };
    }

    private async Task<Outcome> CallAsync(JsonNode? parameters, CancellationToken cancellation)
    {
        // From the message itself: the library's dictionary no longer tells that a name stood twice.
        if (JsonParser.Read(Encoding.UTF8.GetBytes(parameters?.ToJsonString() ?? "{}"), out var unreadable) is not Json.Object call)
            return Outcome.Failed(StatusCodes.Status400BadRequest, unreadable);
        var fields = new Fields(call, []);
        var arguments = fields.Take("arguments") as Json.Object ?? new Json.Object([]);
        if (fields.Faults.Count > 0) return Outcome.Refused(fields.Faults);
        try
        {
            return await function.CallAsync(arguments, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A fault of ours ends this call and not the server; the log has it whole, the caller is told that it was not his.
            Log.Failed(logger, function.Name, e);
            return Outcome.Failed(StatusCodes.Status500InternalServerError, ProblemTitles.Detail(StatusCodes.Status500InternalServerError));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Tool {Tool} failed.")]
        internal static partial void Failed(ILogger logger, string tool, Exception cause);
    }
}
