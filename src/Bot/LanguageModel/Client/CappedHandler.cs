namespace Bot.LanguageModel.Client;

/// <summary>Reads no more of a response than is allowed, however it is compressed: it stands outside of what decompresses.</summary>
internal sealed class CappedHandler(HttpMessageHandler inner, int mostBytes) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var rented = new byte[mostBytes];
        var length = 0;
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        while (true)
        {
            if (length == mostBytes)
            {
                if (await body.ReadAsync(new byte[1], cancellationToken) == 0) break;
                response.Dispose();
                throw new ResponseTooLongException();
            }

            var read = await body.ReadAsync(rented.AsMemory(length), cancellationToken);
            if (read == 0) break;
            length += read;
        }

        var content = new ByteArrayContent(rented, 0, length);
        content.Headers.ContentType = response.Content.Headers.ContentType;
        response.Content = content;
        return response;
    }
}

/// <summary>The service sent more than is ever read.</summary>
internal sealed class ResponseTooLongException() : IOException("The response is longer than allowed.");
