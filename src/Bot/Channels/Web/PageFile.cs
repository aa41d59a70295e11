using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Bot.Channels.Web;

/// <summary>A file of the pages, held in memory with its compressed form: all of them together are smaller than one photograph.</summary>
internal sealed class PageFile
{
    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".ico"] = "image/x-icon",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly byte[] plain;
    private readonly Lazy<byte[]> gzip;
    private readonly Lazy<byte[]> brotli;
    private readonly EntityTagHeaderValue tag;
    private readonly string type;

    /// <summary>Makes it.</summary>
    /// <param name="name">Its name, which says its type.</param>
    /// <param name="content">Its bytes.</param>
    /// <exception cref="ArgumentException">The type is none that pages are made of.</exception>
    internal PageFile(string name, byte[] content)
    {
        type = Types.GetValueOrDefault(Path.GetExtension(name)) ?? throw new ArgumentException($"{name} is of no known type.", nameof(name));
        plain = content;
        tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8))}\"", isWeak: true);
        gzip = new Lazy<byte[]>(() => Compress(content, stream => new GZipStream(stream, CompressionLevel.Optimal)));
        brotli = new Lazy<byte[]>(() => Compress(content, stream => new BrotliStream(stream, CompressionLevel.Optimal)));
    }

    /// <summary>Its bytes.</summary>
    internal ReadOnlyMemory<byte> Content => plain;

    /// <summary>Sends it, or says that the client has it already.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The status.</param>
    /// <param name="isKept">Whether the browser may keep it, to ask only whether it changed; errors are never kept.</param>
    internal async Task SendAsync(HttpContext context, int status = StatusCodes.Status200OK, bool isKept = true)
    {
        isKept &= status == StatusCodes.Status200OK;
        var (request, response) = (context.Request, context.Response);
        PagePolicy.Apply(response.Headers);
        var headers = response.GetTypedHeaders();
        // Asked for again each time, answered with 304 unless it changed: a new version is seen at once.
        response.Headers.CacheControl = isKept ? "no-cache" : "no-store";
        response.Headers.Vary = "Accept-Encoding";
        if (isKept)
        {
            headers.ETag = tag;
            if (request.GetTypedHeaders().IfNoneMatch.Any(given => given.Compare(tag, useStrongComparison: false)))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        var (bytes, encoding) = Choose(request.Headers.AcceptEncoding.ToString());
        response.StatusCode = status;
        response.ContentType = type;
        if (encoding is not null) response.Headers.ContentEncoding = encoding;
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(request.Method)) await response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
    }

    private (byte[] Bytes, string? Encoding) Choose(string accepted)
    {
        var names = accepted.Split(',', StringSplitOptions.TrimEntries).Where(e => !e.EndsWith(";q=0", StringComparison.OrdinalIgnoreCase)).Select(e => e.Split(';')[0]).ToList();
        if (names.Contains("br", StringComparer.OrdinalIgnoreCase)) return (brotli.Value, "br");
        return names.Contains("gzip", StringComparer.OrdinalIgnoreCase) ? (gzip.Value, "gzip") : (plain, null);
    }

    private static byte[] Compress(byte[] content, Func<Stream, Stream> open)
    {
        using var target = new MemoryStream();
        using (var stream = open(target)) stream.Write(content);
        return target.ToArray();
    }
}
