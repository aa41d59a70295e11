using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Bot.Channels.Tencent;

namespace Bot.Tests.Channels.WeChat;

/// <summary>npm's wechat-crypto, another implementation in daily use, understands us and we understand it.</summary>
public sealed class PeerTests
{
    [Fact]
    public async Task What_we_encrypt_the_peer_decrypts_and_the_reverse()
    {
        using var peer = Start();
        foreach (var (key, receiver, token, one) in Vectors.Encrypted())
        {
            var cipher = new CallbackCipher(key, receiver);
            // The vectors' texts meet every length of padding that they name; so do these with what is put in front.
            foreach (var text in (string[])[one.Text("plaintext"), "👋]]>" + one.Text("plaintext"), ""])
            {
                var ours = cipher.Encrypt(text);
                var read = await AskAsync(peer, new { key, receiver, token, decrypt = ours });
                Assert.Equal((text, receiver), (read.Text("message"), read.Text("id")));
                var theirs = (await AskAsync(peer, new { key, receiver, token, encrypt = text })).Text("cipher");
                Assert.Equal(text, Encoding.UTF8.GetString(cipher.Decrypt(theirs)!));
                var signed = await AskAsync(peer, new { key, receiver, token, sign = (string[])["1664600000", "nonce", ours] });
                Assert.Equal(signed.Text("signature"), CallbackSignature.Of(token, "1664600000", "nonce", ours));
            }
        }
    }

    private static Process Start()
    {
        var folder = Folder();
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "wechat-crypto"))) Assert.Fail("The peer is missing: run npm ci in tests/Peers/wechat, as ./test does.");
        try
        {
            return Process.Start(new ProcessStartInfo("node", "peer.js") { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, StandardInputEncoding = new UTF8Encoding(false), StandardOutputEncoding = Encoding.UTF8 })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Fail("Node is missing: install Debian's nodejs, as ./test does.");
            throw;
        }
    }

    private static string Folder()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Assistant.sln"))) folder = Path.GetDirectoryName(folder);
        return Path.Combine(folder ?? "", "tests", "Peers", "wechat");
    }

    private static async Task<JsonElement> AskAsync(Process peer, object request)
    {
        await peer.StandardInput.WriteLineAsync(JsonSerializer.Serialize(request));
        await peer.StandardInput.FlushAsync();
        var line = await peer.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20));
        return JsonDocument.Parse(line ?? throw new InvalidOperationException("The peer ended.")).RootElement;
    }
}
