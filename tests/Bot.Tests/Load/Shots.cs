using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Bot.Channels.Tencent;

namespace Bot.Tests.Load;

/// <summary>An endpoint as the program maps it.</summary>
internal sealed record Target(string Method, string Pattern);

/// <summary>Makes requests that nobody in their right mind sends; the same seed makes the same ones.</summary>
internal sealed class Shots(int seed, string secret, string directLineToken, string directLineConversation, string weChatToken)
{
    /// <summary>Stands in every question: nothing that is logged may hold it.</summary>
    internal const string Marker = "绝不入日志";

    private const int Oversized = 300 * 1024;

    private static readonly string[] Good =
    [
        $$"""{"text":"百强奖励多少{{Marker}}","conversationId":"c-1","asOf":"2022-10-01"}""", """{"answerId":"0123456789abcdef","helpful":true,"comment":"好"}""",
        """{"localEnterprisesServed":10,"executedContractAmount":12000000.50}""", """{"awards":[{"name":"甲","amount":1.5},{"name":"乙","amount":2}]}""",
        """{"category":"manufacturing","annualRevenue":520000000,"asOf":"2024-02-01"}""", """{"channel":"api","conversationId":"c-1"}""", """{"channel":"wechat","userId":"o-1","account":"gh_1"}""",
        $$"""{"type":"message","id":"1","channelId":"msteams","deliveryMode":"expectReplies","text":"第三条{{Marker}}","from":{"id":"29:u"},"recipient":{"id":"28:b"},"conversation":{"id":"a:c"},"serviceUrl":"https://smba.trafficmanager.net/x/"}""",
        """{"type":"invoke","id":"2","name":"message/submitAction","channelId":"msteams","from":{"id":"29:u"},"recipient":{"id":"28:b"},"conversation":{"id":"a:c"},"value":{"actionValue":{"reaction":"like","feedback":"{\"feedbackText\":\"好\"}"}}}""",
        """{"type":"conversationUpdate","id":"3","channelId":"emulator","from":{"id":"u"},"recipient":{"id":"b"},"conversation":{"id":"c"},"membersAdded":[{"id":"u"}]}""",
        $"<xml><ToUserName>gh_1</ToUserName><FromUserName>o-1</FromUserName><MsgType>text</MsgType><Content>第三条{Marker}</Content><CreateTime>1700000000</CreateTime><MsgId>1</MsgId></xml>",
        "<xml><ToUserName>gh_1</ToUserName><Encrypt>AAAA</Encrypt></xml>", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "# 政策咨询答复单\n\nDFD1.e30.0123456789ab\n", "secret=wrong&next=%2Fdesk",
    ];

    private static readonly string[] Pieces =
    [
        "null", "-1", "1e400", "9999999999999999999999999999999999", "\"\\ud800\"", "\"\\u0000\"", "[[[[[[[[[[[[[[[[[[[[", "{\"a\":", "}", "]", ",", "\"", "\\", "NaN", "\u0000", "\uFFFE", "\u202e", "<", "]]>", "&lt;",
        "%00", "../..", "13800138000", "第", "１２", "\r\n", "'; DROP TABLE answers;--", "${jndi:ldap://x}", "<script>", "DFD1.",
    ];

    private static readonly string[] Names =
        ["asOf", "q", "top", "answerId", "before", "format", "over", "echostr", "timestamp", "nonce", "signature", "msg_signature", "encrypt_type", "watermark", "t", "state", "code", "next", "document", "x"];

    private static readonly string[] Types =
        ["application/json", "application/json; charset=utf-8", "text/xml", "text/markdown", "text/html", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", ";;", "application/json; charset=utf-7"];

    private readonly Random random = new(seed);

    /// <summary>The next request at an endpoint.</summary>
    internal HttpRequestMessage Next(Target target)
    {
        var method = random.Next(20) == 0 ? Pick("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "XYZ") : target.Method;
        var request = new HttpRequestMessage(new HttpMethod(method), Path(target.Pattern) + Query(target.Pattern));
        if (method is not ("GET" or "HEAD" or "TRACE"))
        {
            request.Content = new ByteArrayContent(Body());
            if (random.Next(15) > 0) request.Content.Headers.TryAddWithoutValidation("Content-Type", random.Next(3) == 0 ? Pick(Types) : target.Pattern.StartsWith("/wechat", StringComparison.Ordinal) ? "text/xml" : Types[0]);
            if (random.Next(40) == 0) request.Content.Headers.TryAddWithoutValidation("Content-Encoding", Pick("gzip", "br", "deflate"));
        }

        AddHeaders(request, target.Pattern);
        return request;
    }

    /// <summary>Bytes that are no request, or only the beginning of one.</summary>
    internal byte[] Garbage()
    {
        var bytes = new byte[random.Next(1, 400)];
        random.NextBytes(bytes);
        return random.Next(4) switch
        {
            0 => bytes,
            1 => [.. "GET /api/documents HTTP/1.1\r\n"u8, .. bytes, .. "\r\n\r\n"u8],
            2 => [.. "POST /api/ask HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\nZZ\r\n"u8, .. bytes],
            _ => [.. "POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n"u8, .. bytes],
        };
    }

    private void AddHeaders(HttpRequestMessage request, string pattern)
    {
        if (random.Next(3) > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", pattern.StartsWith("/v3", StringComparison.Ordinal) ? directLineToken : pattern == "/api/messages" ? "" : secret);
        else if (random.Next(2) == 0) request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Convert.ToBase64String(Bytes(40)) + "." + Convert.ToBase64String(Bytes(40)));
        if (pattern == "/api/messages") request.Headers.Authorization = null;
        if (random.Next(6) == 0) request.Headers.TryAddWithoutValidation("Accept", Pick("text/html", "*/*;q=0", ";;;", "application/xml, */*", Types[5]));
        if (random.Next(10) == 0) request.Headers.TryAddWithoutValidation("Cookie", $"desk={Convert.ToBase64String(Bytes(80))}; flow=x; {Uri.EscapeDataString(Text())}");
        if (random.Next(12) == 0) request.Headers.TryAddWithoutValidation("X-Forwarded-For", Pick("127.0.0.1", "::1, 10.0.0.1", "not an address"));
        if (random.Next(20) == 0) request.Headers.TryAddWithoutValidation("Origin", "https://example.org");
        if (random.Next(25) == 0) request.Headers.TryAddWithoutValidation("Upgrade", "websocket");
    }

    private string Path(string pattern)
    {
        var path = new StringBuilder();
        foreach (var part in pattern.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            path.Append('/');
            if (!part.StartsWith('{')) path.Append(part);
            else if (part == "{id}" && random.Next(3) > 0) path.Append(directLineConversation);
            else path.Append(random.Next(3) switch { 0 => Uri.EscapeDataString(Pick(Pieces)), 1 => Pick("xunwu-51", "2", "closing", "core-industry-revenue", "highest-award", "0123456789abcdef"), _ => Escaped() });
        }

        return path.Length == 0 ? "/" : path.ToString();
    }

    private string Query(string pattern)
    {
        var query = new StringBuilder("?x=1");
        if (pattern.StartsWith("/wechat", StringComparison.Ordinal) && random.Next(5) > 0)
        {
            // Signed rightly, so that what is behind the signature is reached too.
            const string timestamp = "1700000000", nonce = "12345";
            return $"?timestamp={timestamp}&nonce={nonce}&echostr=1&signature={CallbackSignature.Of(weChatToken, timestamp, nonce)}&msg_signature={CallbackSignature.Of(weChatToken, timestamp, nonce, "AAAA")}";
        }

        for (var count = random.Next(4); count > 0; count--) query.Append('&').Append(Pick(Names)).Append('=').Append(random.Next(2) == 0 ? Uri.EscapeDataString(Text()) : Escaped());
        return query.ToString();
    }

    private byte[] Body()
    {
        switch (random.Next(60))
        {
            case 0: return Bytes(random.Next(2000));
            case 1: return [.. "{\"text\":\""u8, .. new byte[Oversized], .. "\"}"u8];
            case 2: return Encoding.UTF8.GetBytes(new string('[', 50_000));
            case 3: return [];
        }

        var text = new StringBuilder(Pick(Good));
        for (var changes = random.Next(0, 4); changes > 0; changes--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0: text.Insert(at, Pick(Pieces)); break;
                case 1: text.Remove(at, Math.Min(random.Next(1, 9), text.Length - at)); break;
                case 2: text.Insert(at, text.ToString(at, Math.Min(random.Next(30), text.Length - at))); break;
                default: text[at] = (char)random.Next(0x20, 0x3000); break;
            }

            if (text.Length == 0) text.Append('{');
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        if (random.Next(8) == 0) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private string Text() => random.Next(2) == 0 ? Pick(Pieces) : Pick("第三条奖励多少", "2025-10-27", "5", "json", "annualRevenue", "core-industry-revenue", "/desk");

    private string Escaped()
    {
        var text = new StringBuilder();
        for (var length = random.Next(1, 12); length > 0; length--) text.Append(CultureInfo.InvariantCulture, $"%{random.Next(0x20, 0x100):X2}");
        return text.ToString();
    }

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private string Pick(params string[] from) => from[random.Next(from.Length)];
}
