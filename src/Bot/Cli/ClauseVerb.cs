using System.CommandLine;
using Bot.Api;
using Knowledge.Citations;

namespace Bot.Cli;

/// <summary><c>clause ID</c>: one clause, whole.</summary>
internal static class ClauseVerb
{
    internal static Command Create(CliContext context)
    {
        var id = new Argument<string>("ID") { Description = "条款编号，例如 xunwu-51/2" };
        var verb = new Command("clause", "一个条款的全文") { id };
        verb.SetAction(parsed => Run(context, parsed, parsed.GetValue(id)!));
        return verb;
    }

    private static int Run(CliContext context, ParseResult parsed, string id)
    {
        var asOf = context.AsOf(parsed);
        var documents = context.Composition.Documents;
        if (ClauseId.Find(id) is not { } wanted || documents.Find(wanted) is not { } clause)
        {
            context.Terminal.Error.WriteLine("没有这个条款；编号形如 xunwu-51/2，可用 search 查找。");
            return Exit.No;
        }

        var document = documents.DocumentOf(clause);
        if (context.IsJson(parsed)) context.WriteJson(JsonWords.Bytes(json => DocumentJson.WriteClause(json, clause, document, asOf)));
        else ClauseView.Write(context.Terminal, clause, document, asOf);
        return Exit.Done;
    }
}
