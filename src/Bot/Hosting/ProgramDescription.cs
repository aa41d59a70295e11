using Bot.Api.Description;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Bot.Hosting;

/// <summary>
/// /openapi/v1.json, written when it is first asked for. What writes it has services of its own, made then and let go: few ask, and
/// a program that nobody asks loads none of it.
/// </summary>
/// <param name="program">The program's services; the description's are these and its own.</param>
internal sealed class ProgramDescription(IServiceCollection program)
{
    private const string Path = "/openapi/v1.json", Document = "v1", ContentType = "application/json;charset=utf-8";

    // The calls and the calculators stay as they are while the program runs.
    private volatile byte[]? written;

    internal static void Map(WebApplication app) => app.MapGet(Path, ShowAsync).ExcludeFromDescription();

    internal static async Task<IResult> ShowAsync(ProgramDescription description, CancellationToken cancellation) =>
        TypedResults.Bytes(description.written ??= await description.WriteAsync(cancellation), ContentType);

    private async Task<byte[]> WriteAsync(CancellationToken cancellation)
    {
        var services = new ServiceCollection();
        foreach (var service in program) ((IServiceCollection)services).Add(service);
        services.AddOpenApi(Document, OpenApiDescription.Configure);
        await using var provider = services.BuildServiceProvider();
        var document = await provider.GetRequiredKeyedService<IOpenApiDocumentProvider>(Document).GetOpenApiDocumentAsync(cancellation);
        using var text = new MemoryStream();
        await document.SerializeAsJsonAsync(text, OpenApiSpecVersion.OpenApi3_1, cancellation);
        return text.ToArray();
    }
}
