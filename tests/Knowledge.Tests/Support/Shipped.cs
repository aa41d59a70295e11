using Knowledge.Corpus;

namespace Knowledge.Tests.Support;

/// <summary>The corpus as it is shipped, read by the program's own reader.</summary>
internal static class Shipped
{
    internal static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "corpus");

    internal static DocumentSet Documents { get; } = CorpusReader.Read(Folder);

    internal static Document County => Documents.FindDocument("xunwu-51")!;

    internal static Document Province => Documents.FindDocument("pilot-2025")!;

    /// <summary>The file of a document, as it stands.</summary>
    internal static string Source(string document) => File.ReadAllText(Path.Combine(Folder, document + ".md"));
}
