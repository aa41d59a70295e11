using Bot.Hosting;
using Calculators.Rules;
using Microsoft.Extensions.Configuration;

namespace Bot.Tests.Startup;

/// <summary>A copy of the shipped corpus that may be changed, gone afterwards.</summary>
internal sealed class CorpusCopy : IDisposable
{
    internal static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "corpus");

    internal CorpusCopy()
    {
        foreach (var file in Directory.EnumerateFiles(Shipped)) File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
    }

    internal string Folder { get; } = Directory.CreateTempSubdirectory("corpus-").FullName;

    /// <summary>What a document's file says as shipped.</summary>
    internal static string Source(string document) => File.ReadAllText(Path.Combine(Shipped, document + ".md"));

    internal void Write(string document, string source) => File.WriteAllText(Path.Combine(Folder, document + ".md"), source);

    /// <summary>Starts as the program does, up to the point where it would listen.</summary>
    internal Composition Start(Catalogue? catalogue = null)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Corpus:Folder", Folder)]).Build();
        return Composition.Load(settings, Parts.Default with { Catalogue = catalogue ?? Catalogue.Default });
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
