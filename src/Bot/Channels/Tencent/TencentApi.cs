using System.Net.Http.Headers;
using System.Text.Json;

namespace Bot.Channels.Tencent;

/// <summary>The services' own interfaces: JSON over HTTPS, errors as numbers in it, the token in the address.</summary>
/// <remarks>Addresses and replies hold secrets: neither is logged, and the client is our own so that nothing else logs them.</remarks>
internal sealed class TencentApi(HttpClient http, Uri baseUrl)
{
    /// <summary>Our own code where the service was not reached or said nothing that can be read.</summary>
    internal const int Unreachable = int.MinValue;

    private const int LongestReply = 256 * 1024;

    /// <summary>What a code means to an operator.</summary>
    internal static string Name(int code) => code switch
    {
        Unreachable => "连接不上，或返回的内容读不懂",
        40013 => "40013，AppId 不对",
        40125 or 40001 => FormattableString.Invariant($"{code}，AppSecret 不对"),
        40164 => "40164，本机的出口地址不在 IP 白名单中",
        48001 => "48001，账号没有这个接口的权限",
        _ => FormattableString.Invariant($"错误码 {code}"),
    };

    /// <summary>A client that follows no redirect, so that no token is carried elsewhere.</summary>
    internal static HttpClient Client() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(3),
        ActivityHeadersPropagator = null,
    })
    {
        Timeout = TimeSpan.FromSeconds(5),
        MaxResponseContentBufferSize = LongestReply,
    };

    /// <summary>Gets.</summary>
    internal Task<ApiReply> GetAsync(string pathAndQuery, CancellationToken cancellation) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(baseUrl, pathAndQuery)), cancellation);

    /// <summary>Posts JSON in UTF-8.</summary>
    internal Task<ApiReply> PostAsync(string pathAndQuery, ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        var content = new ReadOnlyMemoryContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(baseUrl, pathAndQuery)) { Content = content }, cancellation);
    }

    private async Task<ApiReply> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using (request)
        {
            try
            {
                using var response = await http.SendAsync(request, cancellation);
                if (!response.IsSuccessStatusCode) return new ApiReply(Unreachable, default);
                using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellation));
                return json.RootElement.ValueKind == JsonValueKind.Object
                    ? new ApiReply(Code(json.RootElement), json.RootElement.Clone())
                    : new ApiReply(Unreachable, default);
            }
            catch (Exception e) when (e is HttpRequestException or JsonException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
            {
                return new ApiReply(Unreachable, default);
            }
        }
    }

    // No errcode is success: a token comes without one.
    private static int Code(JsonElement json) =>
        !json.TryGetProperty("errcode", out var code) ? 0 : code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number) ? number : Unreachable;
}

/// <summary>What an interface replied.</summary>
/// <param name="Code">Its errcode.</param>
/// <param name="Body">The whole; undefined where there is none.</param>
internal sealed record ApiReply(int Code, JsonElement Body)
{
    /// <summary>A text member; null where it has none.</summary>
    internal string? Text(string name) => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>Calls with a token; one that is refused is renewed once, and the call repeated once.</summary>
internal sealed class TokenedCalls(TencentApi api, AccessTokens tokens)
{
    internal async Task<int> PostAsync(string path, ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var issued = await tokens.GetAsync(cancellation);
            if (issued.Token is null) return issued.Failure;
            var reply = await api.PostAsync($"{path}?access_token={Uri.EscapeDataString(issued.Token)}", json, cancellation);
            if (reply.Code is not (40001 or 40014 or 41001 or 42001)) return reply.Code;
            tokens.Drop(issued.Token);
            if (attempt == 2) return reply.Code;
        }
    }
}
