using System.Text.Json.Nodes;
using Bot.Answering;
using Bot.Api;
using Bot.Conversations;

namespace Bot.Tests.LanguageModel.Support;

/// <summary>Holds what was answered against what is answered without a model.</summary>
internal static class Same
{
    /// <summary>Asserts that both are the same but for the note on the model.</summary>
    internal static void As(TurnResult plain, TurnResult aided)
    {
        Assert.Equal(Text(plain.Answer), Text(aided.Answer));
        Assert.Equal(ConversationJson.Write(plain.State).ToArray(), ConversationJson.Write(aided.State).ToArray());
    }

    private static string Text(Answer answer)
    {
        var json = JsonNode.Parse(AnswerJson.Bytes(answer).Span)!.AsObject();
        json.Remove("model");
        return json.ToJsonString();
    }
}
