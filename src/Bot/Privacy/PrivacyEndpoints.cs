using System.Globalization;
using Bot.Api;
using Bot.Api.Description;
using Bot.Hosting;
using Bot.Inputs;
using Bot.Store;
using Bot.Store.Records;

namespace Bot.Privacy;

/// <summary>Behind the desk's sign-in: handing out and deleting one person's data, and who looked at what.</summary>
internal static class PrivacyEndpoints
{
    private const int Most = 200;
    private static readonly QueryParameter Before = new("before", "上一页的 next", """{"type":"integer","minimum":1}""");

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/privacy/export", ExportAsync).Describe("导出一个人的全部数据", body: "Person", reply: "PersonData", errors: [401, 403, 404, 503, 507]);
        app.MapPost("/api/privacy/delete", DeleteAsync).Describe("删除一个人的全部数据", body: "Person", reply: "Deleted", errors: [401, 403, 404, 503, 507]);
        app.MapGet("/api/desk/accesses", ListAsync).Describe("谁在工作台看过、导出或删除过什么", reply: "Accesses", query: [Before], errors: [401, 403]);
    }

    internal static Task<IResult> ExportAsync(HttpRequest request, IPersonalData store, IDeskGate gate, PersonFinder finder, AccessLog accesses) =>
        OfPersonAsync(request, gate, finder, accesses, "export", async person =>
        {
            var data = await store.FindPersonAsync(person, request.HttpContext.RequestAborted);
            if (data.IsEmpty) return Nobody();
            request.HttpContext.Response.Headers.ContentDisposition = "attachment; filename=\"personal-data.json\"";
            return new JsonReply(json => PersonJson.WriteData(json, data));
        });

    internal static Task<IResult> DeleteAsync(HttpRequest request, IPersonalData store, IDeskGate gate, PersonFinder finder, AccessLog accesses) =>
        OfPersonAsync(request, gate, finder, accesses, AccessRecord.Delete, async person =>
        {
            // A client that goes away does not leave half of it: it is one transaction.
            var data = await store.DeletePersonAsync(person, CancellationToken.None).WaitAsync(request.HttpContext.RequestAborted);
            return data.IsEmpty ? Nobody() : new JsonReply(json => PersonJson.WriteDeleted(json, data));
        });

    private static async Task<IResult> OfPersonAsync(HttpRequest request, IDeskGate gate, PersonFinder finder, AccessLog accesses, string action, Func<Person, Task<IResult>> act)
    {
        if (gate.Refusal(request.HttpContext) is { } refusal) return refusal;
        var (fields, problem) = await RequestBody.ReadAsync(request);
        if (fields is null) return problem!;
        if (PersonBody.Read(fields) is not { } body) return ProblemReply.Of(fields.Faults);
        var person = finder.Find(body);
        // Before anything is handed out or deleted: what cannot be noted is not done.
        await accesses.KeepAsync(request.HttpContext, action, person.Subject);
        return await act(person);
    }

    internal static async Task<IResult> ListAsync(HttpContext context, IPersonalData store, IDeskGate gate, AccessLog accesses)
    {
        if (gate.Refusal(context) is { } refusal) return refusal;
        var given = context.Request.Query["before"].ToString();
        long? before = null;
        if (given.Length > 0)
        {
            if (!long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0) return ProblemReply.Of([new InputFault("before", "before 应为上一页给出的 next。")]);
            before = number;
        }

        await accesses.NoteAsync(context, "accesses", "");
        var page = await store.AccessesAsync(before, Most, context.RequestAborted);
        return new JsonReply(json => PersonJson.WriteAccesses(json, page));
    }

    private static ProblemReply Nobody() => new(StatusCodes.Status404NotFound, "没有查到这个人或这次对话的数据，可能已经过期删除。");
}
