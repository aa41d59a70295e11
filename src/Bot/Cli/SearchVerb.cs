using System.CommandLine;
using Bot.Api;
using Bot.Inputs;

namespace Bot.Cli;

/// <summary><c>search TEXT [--top N]</c>: clauses, best first.</summary>
internal static class SearchVerb
{
    internal static Command Create(CliContext context)
    {
        var text = new Argument<string[]>("TEXT") { Description = "要检索的内容", Arity = ArgumentArity.OneOrMore };
        var top = new Option<string?>("--top") { Description = $"最多几条，1 到 {ClauseEndpoints.MostHits}，缺省 {ClauseEndpoints.DefaultHits}", HelpName = "N" };
        var verb = new Command("search", "检索条款") { text, top };
        verb.SetAction(parsed =>
        {
            var asOf = context.AsOf(parsed);
            return Run(context, parsed, asOf, string.Join(' ', parsed.GetValue(text)!), parsed.GetValue(top));
        });
        return verb;
    }

    private static int Run(CliContext context, ParseResult parsed, DateOnly asOf, string text, string? most)
    {
        var faults = new List<InputFault>();
        var query = ClauseEndpoints.ReadQuery([text], faults);
        var top = ClauseEndpoints.ReadTop(most is null ? [] : [most], faults);
        if (faults.Count > 0) throw new UsageException(faults[0].Text);
        var hits = context.Composition.Search.Search(query, top);
        if (context.IsJson(parsed)) context.WriteJson(JsonWords.Bytes(json => DocumentJson.WriteHits(json, hits, context.Composition.Documents, asOf)));
        else if (hits.Count > 0) ClauseView.Write(context.Terminal, hits);
        else context.Terminal.Out.WriteLine("没有找到相关条款。");
        return hits.Count > 0 ? Exit.Done : Exit.No;
    }
}
