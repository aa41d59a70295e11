namespace Bot.Settings.Declared;

/// <summary>A language model beside the dialogue; off where no endpoint is set.</summary>
internal static class LanguageModelSettings
{
    internal static SettingGroup Group { get; } = new("语言模型",
    [
        new("LanguageModel:Endpoint", "空", "兼容 OpenAI 的服务地址，如 `https://api.example.com/v1`；空为不用模型；只有本机地址可用 http（见 [语言模型](language-models.md)）"),
        new("LanguageModel:ApiKey", "空", "服务的密钥；本机服务可以不填"),
        new("LanguageModel:Model", "空", "模型名称；设了服务地址则必填"),
        new("LanguageModel:BudgetMilliseconds", "2500", "每次提问最多等模型多少毫秒，200 至 3500；超时用不靠模型的回答"),
        new("LanguageModel:Concurrency", "4", "同时等待模型的提问数，1 至 64；再多的不等模型"),
        new("LanguageModel:OutputTokens", "600", "模型一次最多输出的 token 数，50 至 4000"),
        new("LanguageModel:ResponseKiB", "64", "最多读取多少 KiB 的响应（解压后），4 至 1024"),
        new("LanguageModel:BreakerCalls", "5", "半分钟内至少这么多次调用且一半失败时，暂停使用模型，2 至 100"),
        new("LanguageModel:BreakerSeconds", "30", "暂停多少秒后再试，1 至 600"),
    ]);
}
