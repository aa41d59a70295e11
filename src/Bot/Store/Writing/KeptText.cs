using System.Text;

namespace Bot.Store.Writing;

/// <summary>Text that comes back as it was given.</summary>
internal static class KeptText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Refuses what a database would change or refuse: PostgreSQL keeps no NUL, and half a surrogate pair has no UTF-8.</summary>
    /// <exception cref="ArgumentException">The caller let such text through.</exception>
    internal static void Check(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text is null)
                continue;
            if (text.Contains('\0', StringComparison.Ordinal))
                throw new ArgumentException("The text contains NUL.", nameof(texts));
            // Throws an ArgumentException for a lone surrogate.
            _ = Strict.GetByteCount(text);
        }
    }
}
