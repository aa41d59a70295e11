using Bot.Summaries.Formats;
using Microsoft.Net.Http.Headers;

namespace Bot.Api;

/// <summary>A summary as a file.</summary>
internal sealed class SummaryReply(ReadOnlyMemory<byte> file, SummaryFormat format) : IResult
{
    private const string Name = "政策咨询答复单";

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers.Vary = HeaderNames.Accept;
        // A page of its own: it needs its style and nothing else.
        if (format is HtmlFormat) headers.ContentSecurityPolicy = HtmlFormat.ContentSecurityPolicy;
        if (!format.IsText)
        {
            var disposition = new ContentDispositionHeaderValue("attachment") { FileName = "summary" + format.Extensions[0], FileNameStar = Name + format.Extensions[0] };
            headers.ContentDisposition = disposition.ToString();
        }

        return JsonReply.Send(httpContext, file, StatusCodes.Status200OK, format.IsText ? format.MediaType + "; charset=utf-8" : format.MediaType);
    }
}
