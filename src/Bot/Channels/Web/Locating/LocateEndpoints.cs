using System.Text.Json;
using Bot.Api;
using Bot.Api.Description;
using Bot.Hosting;
using Bot.Inputs;

namespace Bot.Channels.Web.Locating;

/// <summary>Finds where a pasted sentence stands, exactly or altered.</summary>
internal static class LocateEndpoints
{
    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/api/locate", Locate).Describe("查找一段话在文件中的出处，并指出改动", body: "Passage", reply: "Places");

    internal static async Task<IResult> Locate(HttpRequest request, Composition composition)
    {
        var (fields, problem) = await RequestBody.ReadAsync(request);
        if (fields is null) return problem!;
        // Clauses hold no white space, so a line break in what was pasted is no difference.
        var passage = fields.Take("text") is Json.Text text ? string.Concat(PlainText.Clean(text.Value).Where(c => !char.IsWhiteSpace(c))) : "";
        if (passage.Length is 0 or > Place.LongestPassage && !fields.IsTwice("text"))
            fields.Fault("text", $"请在 text 中给出要核对的一段话，1 到 {Place.LongestPassage} 个字。");
        fields.RefuseRest("text");
        return fields.Faults.Count > 0
            ? ProblemReply.Of(fields.Faults)
            : new JsonReply(json => Write(json, Place.Find(passage, composition.Documents, composition.Search)));
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Place> places)
    {
        json.WriteStartObject();
        json.WriteString("kind", places.Count == 0 ? "none" : places[0].Found.Distance == 0 ? "exact" : "altered");
        json.WriteObjects("places", places, static (json, place) =>
        {
            var (clause, found) = place;
            json.WriteString("clause", clause.Id.ToString());
            json.WriteString("document", clause.Id.Document);
            json.WriteString("heading", clause.Heading);
            json.WriteString("quote", clause.Text.AsSpan(found.Offset, found.Length));
            json.WriteNumber("offset", found.Offset);
            json.WriteNumber("differences", found.Distance);
            json.WriteObjects("segments", found.Segments, static (json, segment) =>
            {
                json.WriteString("kind", Name(segment.Standing));
                json.WriteString("text", segment.Text);
            });
        });
        json.WriteEndObject();
    }

    private static string Name(Standing standing) => standing switch
    {
        Standing.Same => "same",
        Standing.Missing => "missing",
        Standing.Added => "added",
        _ => throw new NotSupportedException($"{standing} has no name on the wire."),
    };
}
