namespace Knowledge.Citations;

/// <summary>Names one clause: <c>document/number</c>, such as <c>xunwu-51/2</c> or <c>pilot-2025/2.2.3</c>.</summary>
/// <param name="Document">The document's id, without a slash.</param>
/// <param name="Number">The clause's number within the document.</param>
public readonly record struct ClauseId(string Document, string Number)
{
    /// <summary>Reads <c>document/number</c>; null where the text is no such pair.</summary>
    public static ClauseId? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash <= 0 || slash == text.Length - 1 || text.IndexOf('/', slash + 1) >= 0
            ? null
            : new ClauseId(text[..slash], text[(slash + 1)..]);
    }

    /// <summary>Reads <c>document/number</c>.</summary>
    /// <exception cref="FormatException">The text is no such pair.</exception>
    public static ClauseId Parse(string text) =>
        Find(text) ?? throw new FormatException($"'{text}' is not document/number.");

    /// <summary>Whether this is the clause that <c>document/number</c> names.</summary>
    public bool Is(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == Document.Length + 1 + Number.Length && text[Document.Length] == '/'
            && text.StartsWith(Document, StringComparison.Ordinal) && text.EndsWith(Number, StringComparison.Ordinal);
    }

    /// <inheritdoc />
    public override string ToString() => $"{Document}/{Number}";
}
