using System.Globalization;
using Bot.Hosting;

namespace Bot.LanguageModel;

/// <summary>The settings of the language model: <c>LanguageModel:…</c>.</summary>
/// <param name="Endpoint">The base address of an OpenAI-compatible service: https, or http on this machine.</param>
/// <param name="ApiKey">The key; a service on this machine may need none.</param>
/// <param name="Model">The model's name as the service knows it.</param>
internal sealed record ModelOptions(Uri Endpoint, string ApiKey, string Model)
{
    private const int LongestName = 200;

    /// <summary>How long one turn may wait for the model. The shortest deadline of a channel is 4 s.</summary>
    internal TimeSpan Budget { get; private init; }

    /// <summary>How many turns may wait for the model at once; further ones do without it.</summary>
    internal int Concurrency { get; private init; }

    /// <summary>How much the model may write.</summary>
    internal int OutputTokens { get; private init; }

    /// <summary>How much of a response is read, after decompression.</summary>
    internal int ResponseBytes { get; private init; }

    /// <summary>How many calls within half a minute there must be before failures stop further ones.</summary>
    internal int BreakerCalls { get; private init; }

    /// <summary>How long the model is then left alone.</summary>
    internal TimeSpan BreakerPause { get; private init; }

    /// <summary>Reads and checks them.</summary>
    /// <returns>Null where no model is configured.</returns>
    /// <exception cref="StartException">One is wrong; the message names it.</exception>
    internal static ModelOptions? Read(IConfiguration settings)
    {
        var (endpoint, key, model) = (Text(settings, "LanguageModel:Endpoint"), Text(settings, "LanguageModel:ApiKey"), Text(settings, "LanguageModel:Model"));
        if (endpoint.Length == 0)
            return key.Length + model.Length == 0 ? null : throw new StartException("已设置 LanguageModel:ApiKey 或 LanguageModel:Model，但没有设置 LanguageModel:Endpoint。");
        if (model.Length is 0 or > LongestName || model.Any(char.IsControl)) throw new StartException("使用语言模型时，LanguageModel:Model 应为服务所提供的模型名称。");
        // It becomes a header.
        if (key.Any(c => c is <= ' ' or > '~')) throw new StartException("LanguageModel:ApiKey 含有空格或不能用于请求头的字符。");
        return new ModelOptions(Address(endpoint), key, model)
        {
            Budget = TimeSpan.FromMilliseconds(Whole(settings, "LanguageModel:BudgetMilliseconds", 2500, 200, 3500)),
            Concurrency = Whole(settings, "LanguageModel:Concurrency", 4, 1, 64),
            OutputTokens = Whole(settings, "LanguageModel:OutputTokens", 600, 50, 4000),
            ResponseBytes = Whole(settings, "LanguageModel:ResponseKiB", 64, 4, 1024) * 1024,
            BreakerCalls = Whole(settings, "LanguageModel:BreakerCalls", 5, 2, 100),
            BreakerPause = TimeSpan.FromSeconds(Whole(settings, "LanguageModel:BreakerSeconds", 30, 1, 600)),
        };
    }

    private static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 }
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : throw new StartException("LanguageModel:Endpoint 应为 https 地址（本机可以用 http），不带用户名和参数，如 https://api.example.com/v1。");

    private static int Whole(IConfiguration settings, string name, int otherwise, int least, int most) =>
        Text(settings, name) is not { Length: > 0 } given ? otherwise
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value
        : throw new StartException($"{name} 应为 {least} 到 {most} 的整数。");

    private static string Text(IConfiguration settings, string name) => settings[name]?.Trim() ?? "";
}
