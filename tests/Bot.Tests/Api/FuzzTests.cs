using System.Text;
using Bot.Tests.Support;

namespace Bot.Tests.Api;

/// <summary>Some thousand malformed requests, always the same ones: nothing may be a 5xx, and every 4xx is a problem.</summary>
public sealed class FuzzTests(BotHost host) : IClassFixture<BotHost>
{
    private const int Seed = 20251016;

    private static readonly string[] Good =
    [
        """{"text":"百强奖励多少","conversationId":"c-1","asOf":"2022-10-01"}""",
        """{"answerId":"0123456789abcdef","helpful":true,"comment":"好"}""",
        """{"localEnterprisesServed":10,"executedContractAmount":12000000.50}""",
        """{"awards":[{"name":"甲","amount":1.5},{"name":"乙","amount":2}]}""",
        """{"applicant":"joint","leadApplicantNamed":true,"leadingEnterprises":1,"qualityEnterprises":20,"incidentsInThreeYears":false,"previouslySelected":false,"submissionDate":"2025-10-27"}""",
        """{"category":"manufacturing","annualRevenue":520000000,"asOf":"2024-02-01"}""",
    ];

    private static readonly string[] Pieces =
    [
        "null", "-1", "1e400", "1.000", "9999999999999999999999999999999999", "\"\\ud800\"", "\"\\u0000\"", "[[[[[[[[[[[[[[[[[[[[", "{\"a\":", "}", "]", ",", ":", "\"", "\\",
        "true", "NaN", "\u0000", "\uFFFE", "\u202e", "//", "/*", "0x10", "１２", "[]", "{}", "\"x\":1,", "\"text\":1,", "\r\n",
    ];

    private static readonly string[] Paths =
    [
        "/api/ask", "/api/feedback", "/api/screen", "/api/calculators/manufacturing-internet-service", "/api/calculators/highest-award", "/api/calculators/pilot-eligibility",
        "/api/calculators/core-industry-revenue", "/api/calculators/%00", "/api/calculators/%F0%9F%98%80", "/api/calculators/..%2f..%2fetc",
    ];

    private static readonly string[] Gets =
    [
        "/api/documents?asOf={0}", "/api/clauses?q={0}", "/api/clauses?q=a&top={0}", "/api/clauses?{0}={0}", "/api/clauses/{0}/{0}", "/api/clauses/xunwu-51/{0}", "/api/answers/{0}",
        "/api/feedback?answerId={0}", "/api/calculators?asOf={0}", "/{0}", "/api/{0}", "/openapi/{0}",
    ];

    [Fact]
    public async Task No_body_whatsoever_is_a_5xx()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 3000; i++)
        {
            var body = Body(random);
            var path = Paths[random.Next(Paths.Length)];
            Check(await host.PostAsync(path, body, random.Next(20) == 0 ? "text/plain" : "application/json"), $"{path} {Convert.ToBase64String(body)}");
        }
    }

    [Fact]
    public async Task No_path_or_query_whatsoever_is_a_5xx()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 2000; i++)
        {
            var path = string.Format(System.Globalization.CultureInfo.InvariantCulture, Gets[random.Next(Gets.Length)], Escaped(random));
            var method = random.Next(10) == 0 ? HttpMethod.Delete : HttpMethod.Get;
            Check(await host.SendAsync(new HttpRequestMessage(method, path)), path);
        }
    }

    private static void Check(Reply reply, string request)
    {
        Assert.True(reply.Status < 500, $"{reply.Status}: {request}");
        // %00 in a path never reaches the program: the server itself refuses the request line, without a body.
        if (reply.Status == 400 && reply.Text.Length == 0 && request.Contains("%00", StringComparison.Ordinal)) return;
        if (reply.Status >= 400) reply.Problem(reply.Status);
    }

    private static byte[] Body(Random random)
    {
        var text = new StringBuilder(Good[random.Next(Good.Length)]);
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0: text.Insert(at, Pieces[random.Next(Pieces.Length)]); break;
                case 1: text.Remove(at, Math.Min(random.Next(1, 9), text.Length - at)); break;
                case 2: text.Insert(at, text.ToString(at, Math.Min(random.Next(30), text.Length - at))); break;
                default: text[at] = (char)random.Next(0x20, 0x3000); break;
            }
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        if (random.Next(5) == 0 && bytes.Length > 0) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private static string Escaped(Random random)
    {
        var text = new StringBuilder();
        for (var length = random.Next(1, 12); length > 0; length--)
        {
            var value = random.Next(6) switch { 0 => random.Next(0x80, 0x100), 1 => random.Next(1, 0x20), _ => random.Next(0x21, 0x7F) };
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"%{value:X2}");
        }

        return random.Next(4) == 0 ? Uri.EscapeDataString(Pieces[random.Next(Pieces.Length)]) : text.ToString();
    }
}
