using System.Text.Json.Nodes;
using Bot.Answering;
using Bot.Api;
using Bot.Conversations;
using Bot.Hosting;
using Bot.Inputs;
using Bot.Store;

namespace Bot.Agents;

/// <summary>One turn of the assistant, recorded as any other; for agents that have no dialogue of their own to hold.</summary>
internal sealed class AskFunction(IAssistant assistant, Today today) : AgentFunction(
    "ask",
    "提问",
    "用一句中文向政策助手提问，得到带引文的完整回答（Answer）。kind 为 clarify 时 missing 是还缺的情况，请把 text 转给用户，再用同一 conversationId 接着问。" + AgentFunctions.Quoting,
    ArgumentSchema.Of(["text"], new JsonObject
    {
        ["text"] = ArgumentSchema.Text("用户的问题，用原话"),
        ["conversationId"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[A-Za-z0-9_.:-]{1,128}$", ["description"] = "上一次回答中的对话编号；不写则开始新的对话" },
        [AsOf.Name] = ArgumentSchema.AsOf(),
    }))
{
    private const string Channel = Visitors.Agent;

    /// <inheritdoc />
    internal override bool IsReadOnly => false;

    /// <inheritdoc />
    protected override async Task<Outcome> RunAsync(Fields fields, CancellationToken cancellation)
    {
        if (AskBody.Read(fields) is not { } body) return Outcome.Refused(fields.Faults);
        var answer = await assistant.AskAsync(new Turn(Channel, body.ConversationId, User: "", body.Text, body.AsOf ?? today.Date), cancellation);
        return Outcome.Of(json => AnswerJson.Write(json, answer));
    }
}
