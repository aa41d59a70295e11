using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bot.Tests.Support;

namespace Bot.Tests.Deployment;

/// <summary>The example of deploy/nginx.conf, run by Debian's nginx on ports of this machine in front of the real program.</summary>
public sealed class Nginx : IAsyncLifetime
{
    private const string Program = "/usr/sbin/nginx";
    private readonly string folder = Directory.CreateTempSubdirectory("nginx-").FullName;
    private Process? nginx;
    private string thumbprint = "";

    /// <summary>The program behind it.</summary>
    internal ServedProgram Behind { get; private set; } = null!;

    internal int PlainPort { get; } = FreePort();

    internal int Port { get; } = FreePort();

    /// <summary>What it wrote about requests so far.</summary>
    internal string AccessLog => File.ReadAllText(Path.Combine(folder, "access.log"));

    public async Task InitializeAsync()
    {
        Assert.True(File.Exists(Program), "Install nginx: apt-get install nginx-light");
        Behind = await ServedProgram.StartAsync(Path.Combine(folder, "data"), "--Limits:TrustedProxies=127.0.0.1", "--Limits:RequestsPerMinute=60");
        WriteCertificate();
        await File.WriteAllTextAsync(Path.Combine(folder, "site.conf"), Site());
        var whole = Path.Combine(folder, "nginx.conf");
        // Around the example stands what Debian's own nginx.conf has, in a folder that is gone afterwards.
        await File.WriteAllTextAsync(whole, $$"""
            {{(Environment.UserName == "root" ? "user root;" : "")}}
            worker_processes 1;
            pid {{folder}}/nginx.pid;
            error_log {{folder}}/error.log;
            events { worker_connections 256; }
            http {
                client_body_temp_path {{folder}}/body;
                proxy_temp_path {{folder}}/proxy;
                fastcgi_temp_path {{folder}}/fastcgi;
                uwsgi_temp_path {{folder}}/uwsgi;
                scgi_temp_path {{folder}}/scgi;
                include {{folder}}/site.conf;
            }
            """);
        var (code, output) = await Run.OfAsync(Program, ["-t", "-q", "-p", folder, "-e", $"{folder}/error.log", "-c", whole]);
        Assert.True(code == 0 && !output.Contains("[warn]", StringComparison.Ordinal), output);
        nginx = Process.Start(new ProcessStartInfo(Program, ["-p", folder, "-e", $"{folder}/error.log", "-c", whole, "-g", "daemon off;"]))!;
        await UntilItListensAsync();
    }

    public async Task DisposeAsync()
    {
        if (nginx is not null)
        {
            using (var kill = Process.Start("kill", ["-TERM", $"{nginx.Id}"])) await kill.WaitForExitAsync();
            await nginx.WaitForExitAsync();
            nginx.Dispose();
        }

        await Behind.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A visitor from an address of their own; 127.0.0.0/8 is all this machine.</summary>
    internal HttpClient Visitor(string from = "127.0.0.1") => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => IsOurs(shown) },
        ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = new Uri($"https://localhost:{Port}"),
        Timeout = TimeSpan.FromSeconds(60),
    };

    /// <summary>Whether a certificate is the one that was made for this nginx.</summary>
    internal bool IsOurs(X509Certificate? shown) => shown?.GetCertHashString(HashAlgorithmName.SHA256) == thumbprint;

    private string Site()
    {
        var text = Repository.Read("deploy", "nginx.conf");
        (string, string)[] changes =
        [
            ("server 127.0.0.1:5080;", $"server 127.0.0.1:{Behind.Client.BaseAddress!.Port};"),
            ("listen 80;", $"listen 127.0.0.1:{PlainPort};"),
            ("listen 443 ssl", $"listen 127.0.0.1:{Port} ssl"),
            ("/etc/nginx/tls/policy", $"{folder}/policy"),
            ("/var/log/nginx/policy-assistant.log", $"{folder}/access.log"),
        ];
        foreach (var (there, here) in changes)
        {
            Assert.Contains(there, text, StringComparison.Ordinal);
            text = text.Replace(there, here, StringComparison.Ordinal);
        }

        return text;
    }

    private void WriteCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        thumbprint = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        File.WriteAllText(Path.Combine(folder, "policy.crt"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "policy.key"), key.ExportPkcs8PrivateKeyPem());
    }

    private async Task UntilItListensAsync()
    {
        for (var tries = 0; tries < 300; tries++)
        {
            Assert.False(nginx!.HasExited, "nginx ended");
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        Assert.Fail("nginx does not listen.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
