using System.Diagnostics;
using System.Globalization;
using Bot.Channels.Tencent;
using Bot.Evaluation;
using Bot.Tests.Support;

namespace Bot.Tests.Load;

/// <summary>Visitors of every kind, by Debian's wrk in a process of its own: what this process does between two requests would count as the program's time.</summary>
/// <param name="folder">Where what the visitors say is put down.</param>
/// <param name="address">Where the program answers.</param>
internal sealed class MixedLoad(string folder, Uri address)
{
    private const string Token = "w4OHPrYRdPYGheMe", AesKey = "kHG9ql7hUGgzvWlJGwK9fBhFErRytqCg9T3ATbaEn8b", AppId = "wxfba1bdb09bf8b1ee", Timestamp = "1664600000", Nonce = "12345";
    private const int SealedMessages = 4096;
    private readonly string talks = Path.Combine(folder, "talks"), encrypted = Path.Combine(folder, "sealed");
    private int runs;

    /// <summary>What the program is told, so that nobody is turned away and signatures may be made beforehand.</summary>
    internal static IReadOnlyList<string> Settings =>
        [$"--WeChat:Token={Token}", $"--WeChat:EncodingAesKey={AesKey}", $"--WeChat:AppId={AppId}", "--WeChat:Mode=compatible", "--WeChat:MaxAgeSeconds=0", "--Limits:AtOnce=1000"];

    /// <summary>Puts down what is said.</summary>
    internal void Prepare()
    {
        var said = EvaluationQuestion.ReadFile(Path.Combine(AppContext.BaseDirectory, "Fixtures", "eval", "dev-questions.jsonl")).Select(q => q.Turns).ToList();
        // Who has one question has another one after it, and often a third.
        var alone = said.Where(turns => turns.Count == 1).SelectMany(turns => turns).ToList();
        File.WriteAllLines(talks, said.Where(turns => turns.Count > 1).Concat(alone.Chunk(2)).Concat(alone.Chunk(3)).Select(turns => string.Join('\t', turns)));
        var cipher = new CallbackCipher(AesKey, AppId);
        File.WriteAllLines(encrypted, Enumerable.Range(0, SealedMessages).Select(n => Sealed(cipher, n, alone[n % alone.Count])));
    }

    /// <summary>As many visitors as given, each with a next request as soon as the reply to the last one is there.</summary>
    internal LoadResult Run(int visitors, TimeSpan length)
    {
        var start = new ProcessStartInfo("wrk", [$"-t{visitors}", $"-c{visitors}", $"-d{(int)length.TotalSeconds}s", "--timeout", "30s", "-s", Repository.PathTo("tests", "Bot.Tests", "Load", "mixed.lua"), address.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["TALKS"] = talks,
                ["SEALED"] = encrypted,
                ["SIGNED"] = $"timestamp={Timestamp}&nonce={Nonce}&signature={CallbackSignature.Of(Token, Timestamp, Nonce)}",
                ["FIRST"] = (++runs).ToString(CultureInfo.InvariantCulture),
            },
        };
        using var wrk = Process.Start(start)!;
        var complaints = wrk.StandardError.ReadToEndAsync();
        var output = wrk.StandardOutput.ReadToEnd();
        wrk.WaitForExit();
        Assert.True(wrk.ExitCode == 0 && output.Contains("\nquantiles", StringComparison.Ordinal), $"wrk: {output}{complaints.GetAwaiter().GetResult()}");
        return LoadResult.Read(output);
    }

    // As the service closes them; what a visitor of the open door says needs its signature alone.
    private static string Sealed(CallbackCipher cipher, int number, string text)
    {
        var message = cipher.Encrypt($"<xml><ToUserName>gh_1</ToUserName><FromUserName>s-{number}</FromUserName><CreateTime>{Timestamp}</CreateTime><MsgType>text</MsgType><Content><![CDATA[{text}]]></Content><MsgId>{9_000_000 + number}</MsgId></xml>");
        return $"timestamp={Timestamp}&nonce={Nonce}&encrypt_type=aes&msg_signature={CallbackSignature.Of(Token, Timestamp, Nonce, message)}\t<xml><ToUserName>gh_1</ToUserName><Encrypt>{message}</Encrypt></xml>";
    }
}
