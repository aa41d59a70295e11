using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Hosting;
using Bot.Inputs;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Bot.Api.Description;

/// <summary>Fills /openapi/v1.json from the descriptions at the endpoints and from the calculators' declarations.</summary>
internal static class OpenApiDescription
{
    private const string Components = "#/components/schemas/";

    internal static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, context, _) =>
        {
            document.Info = new OpenApiInfo { Title = "政策助手", Version = "v1", Description = "依据两份文件作答，金额由条款和计算器得出。" };
            // Absent, so that the description is the same under every address.
            document.Servers = [];
            AddComponents(document, context.ApplicationServices.GetRequiredService<Composition>());
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var call = context.Description.ActionDescriptor.EndpointMetadata.OfType<CallDescription>().FirstOrDefault();
            if (call is not null && context.Document is { } document) Fill(operation, call, document);
            return Task.CompletedTask;
        });
    }

    private static void AddComponents(OpenApiDocument document, Composition composition)
    {
        foreach (var (name, schema) in JsonNode.Parse(Schemas.Json)!.AsObject()) Add(document, name, schema!);
        var any = new JsonArray();
        foreach (var calculator in composition.Catalogue.Calculators)
        {
            Add(document, calculator.Name, InputSchema.Of(calculator.Inputs));
            any.Add(new JsonObject { ["$ref"] = Components + calculator.Name });
        }

        Add(document, "CalculatorInput", new JsonObject { ["anyOf"] = any });
        var profile = InputSchema.Of(composition.Catalogue.Inputs, complete: false);
        profile["properties"]![AsOf.Name] = new JsonObject { ["type"] = "string", ["format"] = "date" };
        Add(document, "Profile", profile);
    }

    private static void Add(OpenApiDocument document, string name, JsonNode schema) => document.AddComponent(name, Parse(schema.ToJsonString(), document));

    private static OpenApiSchema Parse(string schema, OpenApiDocument document) =>
        OpenApiModelFactory.Parse<OpenApiSchema>(schema, OpenApiSpecVersion.OpenApi3_1, document, out _, "json")
        ?? throw new InvalidOperationException($"No schema: {schema}");

    private static void Fill(OpenApiOperation operation, CallDescription call, OpenApiDocument document)
    {
        operation.Summary = call.Summary;
        foreach (var parameter in call.Query)
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Query,
                Required = parameter.Required,
                Description = parameter.Text,
                Schema = Parse(parameter.Schema, document),
            });
        }

        if (call.Body is { } body) operation.RequestBody = new OpenApiRequestBody { Required = true, Content = Content(call.BodyTypes, body, document) };
        operation.Responses = new OpenApiResponses
        {
            [Code(call.Status)] = new OpenApiResponse { Description = call.Summary, Content = Content(call.ReplyTypes, call.Reply, document) },
        };
        foreach (var status in Errors(call))
            operation.Responses[Code(status)] = new OpenApiResponse { Description = ProblemTitles.Of(status), Content = Content(["application/problem+json"], "Problem", document) };
    }

    private static IEnumerable<int> Errors(CallDescription call) =>
        call.Errors.Concat(call.Body is null ? [400, 429] : [400, 413, 415, 429]).Order();

    private static Dictionary<string, OpenApiMediaType> Content(IReadOnlyList<string> types, string component, OpenApiDocument document) =>
        types.ToDictionary(type => type, _ => new OpenApiMediaType { Schema = new OpenApiSchemaReference(component, document) });

    private static string Code(int status) => status.ToString(CultureInfo.InvariantCulture);
}
