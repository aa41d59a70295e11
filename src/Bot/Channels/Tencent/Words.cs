using Bot.Api;
using Bot.Inputs;

namespace Bot.Channels.Tencent;

/// <summary>Recognises the few words that are for the door and not for the assistant.</summary>
internal static class Words
{
    private static readonly string[] ReadOn = ["继续", "更多", "继续看", "查看更多", "下一页", "看下文", "繼續"];
    private static readonly string[] Human = ["转人工", "人工", "人工客服", "人工服务", "转人工客服", "转人工服务", "轉人工", "找人工"];
    private static readonly string[] Summary = ["答复单", "要答复单", "生成答复单", "出答复单", "出具答复单", "给我答复单"];

    /// <summary>What a text asks for.</summary>
    /// <param name="text">As it came.</param>
    internal static Act Of(string text)
    {
        var clean = PlainText.Clean(text);
        if (clean.Length == 0) return new Act.Say(Sentences.Empty);
        if (clean.Length > AskBody.LongestText) return new Act.Say(Sentences.TooLong);
        var word = clean.Trim(' ', '「', '」', '“', '”', '"', '。', '.', '！', '!', '？', '?', '~', '～', '，', ',');
        if (ReadOn.Contains(word, StringComparer.Ordinal)) return new Act.ReadOn();
        if (Human.Contains(word, StringComparer.Ordinal)) return new Act.Human();
        return Summary.Contains(word, StringComparer.Ordinal) ? new Act.Summary() : new Act.Ask(clean);
    }
}
