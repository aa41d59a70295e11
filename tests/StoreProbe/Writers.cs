using System.Security.Cryptography;
using System.Text;
using Bot.Store;
using Bot.Store.Records;

namespace StoreProbe;

/// <summary>Writes without end and says on standard output what was acknowledged, until it is killed.</summary>
internal static class Writers
{
    private const int Callers = 8;

    internal static Task RunAsync(IStore store) => Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => WriteAsync(store, caller)));

    internal static KeptTurn Turn(string conversation)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var now = TimeProvider.System.GetUtcNow();
        var body = """{"text":"可获奖励50万元。","quote":"最高不超过50万元","filler":"…"}""".Replace("…", new string('据', 600), StringComparison.Ordinal);
        return new KeptTurn(
            id, "web", conversation, now, new DateOnly(2025, 10, 1), "award", "能奖多少", Encoding.UTF8.GetBytes(body), "v1", """["能奖多少"]"""u8.ToArray(),
            Encoding.UTF8.GetBytes($$"""{"last":"{{id}}"}"""));
    }

    private static async Task WriteAsync(IStore store, int caller)
    {
        while (true)
        {
            var answer = Turn($"c{caller}");
            await store.SaveTurnAsync(answer, CancellationToken.None);
            Console.Out.Write($"A {answer.AnswerId}\n");
            await store.AddFeedbackAsync(answer.AnswerId, true, null, CancellationToken.None);
            Console.Out.Write($"F {answer.AnswerId}\n");
        }
    }
}
