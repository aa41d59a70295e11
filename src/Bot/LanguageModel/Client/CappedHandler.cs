namespace Bot.LanguageModel.Client;

/// <summary>Reads no more of a response than is allowed, however it is compressed: it stands outside of what decompresses. What is allowed is handed on as it comes.</summary>
internal sealed class CappedHandler(HttpMessageHandler inner, int mostBytes) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var whole = response.Content;
        var capped = new StreamContent(new CappedStream(await whole.ReadAsStreamAsync(cancellationToken), mostBytes));
        capped.Headers.ContentType = whole.Headers.ContentType;
        response.Content = capped;
        return response;
    }

    private sealed class CappedStream(Stream inner, int mostBytes) : Stream
    {
        private int left = mostBytes;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Counted(await inner.ReadAsync(buffer, cancellationToken));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }

        private int Counted(int read) => (left -= read) >= 0 ? read : throw new ResponseTooLongException();
    }
}

/// <summary>The service sent more than is ever read.</summary>
internal sealed class ResponseTooLongException() : IOException("The response is longer than allowed.");
