namespace Benchmarks.Product;

/// <summary>The page on the whole product.</summary>
internal static class ProductReport
{
    private const double MessagesTarget = 2, AskTarget = 3;

    internal static void Write(List<(string Name, string Kind, int Connections, LoadResult Result)> results, List<double> syncs, double resident, int seconds, int rounds)
    {
        // A case's figure is its round in the middle by requests a second, whole as it was.
        var cases = results.GroupBy(r => (r.Connections, r.Name, r.Kind)).Select(g => (g.Key, Result: g.OrderBy(r => r.Result.PerSecond).ElementAt(g.Count() / 2).Result)).ToList();
        var sync = (P50: syncs[syncs.Count / 2], P99: syncs[(int)(syncs.Count * 0.99)]);
        Report.Write(
            "product.md",
            "The whole product beside the official echo bots",
            Report.Text($"""
                `POST /api/messages` with `deliveryMode: expectReplies` against the echo bots of `@microsoft/agents-hosting` 1.8.1 and `botbuilder` 4.23.3 on Node.js {Node()}, which only say back what they were
                told, and `POST /api/ask`, which no peer has, against the faster of them. The program is published as the README says, with its limit of requests off and all else as shipped: SQLite, `synchronous=FULL`, each answer
                durable before it is sent, no cache of answers. Every message is different: the {Questions()} messages of the development set, each with a number of its own, in a conversation of its own.
                Load by Debian's wrk, one thread, {seconds} s a round, {rounds} rounds in turns after a warming up; a line is the round in the middle. wrk's own processor time is a column, since it runs on the same cores.
                """),
            Report.Table(
                "connections | server | call | requests/s | p50 ms | p99 ms | failed | server µs/request | wrk µs/request",
                cases.OrderBy(c => c.Key.Connections).Select(c => Report.Text($"{c.Key.Connections} | {c.Key.Name} | {c.Key.Kind} | {c.Result.PerSecond:0} | {c.Result.P50:0.00} | {c.Result.P99:0.00} | {c.Result.Failed} | {c.Result.ServerMicroseconds:0} | {c.Result.LoaderMicroseconds:0}"))),
            Report.Text($"One sync of the disk, measured between the rounds ({syncs.Count} times 4 KiB): p50 {sync.P50:0.00} ms, p99 {sync.P99:0.00} ms. Resident memory of the program after the load: {resident:0} MB."),
            Report.Table("connections | call | ratio to the faster echo bot | target | p99 ms | allowed: its p99 + one sync's p99", cases.Where(c => !c.Key.Name.EndsWith("-echo", StringComparison.Ordinal)).OrderBy(c => c.Key.Connections).Select(ours =>
            {
                var peer = cases.Where(c => c.Key.Connections == ours.Key.Connections && c.Key.Name.EndsWith("-echo", StringComparison.Ordinal)).MaxBy(c => c.Result.PerSecond).Result;
                var target = ours.Key.Kind == "ask" ? AskTarget : MessagesTarget;
                return Report.Text($"{ours.Key.Connections} | {ours.Key.Kind} | {ours.Result.PerSecond / peer.PerSecond:0.00} | {target:0} | {ours.Result.P99:0.00} | {(ours.Key.Kind == "ask" ? "—" : Report.Text($"{peer.P99 + sync.P99:0.00}"))}");
            })),
            "To repeat: `dotnet run -c Release --project tests/Benchmarks -- product`.");
    }

    private static string Node() => Commands.Run("node", ["--version"]).Trim();

    private static int Questions() => Bot.Evaluation.EvaluationQuestion.ReadFile(Path.Combine(AppContext.BaseDirectory, "Fixtures", "dev-questions.jsonl")).Sum(q => q.Turns.Count);
}
