using System.CommandLine;
using Bot.Api;
using Bot.Inputs;
using Calculators.Screening;

namespace Bot.Cli;

/// <summary><c>screen key=value…</c>: a profile against every calculator.</summary>
internal static class ScreenVerb
{
    internal static Command Create(CliContext context)
    {
        var values = new Argument<string[]>("key=value") { Description = "企业情况，可以只给一部分，例如 annualRevenue=120000000", Arity = ArgumentArity.ZeroOrMore };
        var verb = new Command("screen", "用一份企业情况核对全部奖励") { values };
        verb.SetAction(parsed => Run(context, parsed, parsed.GetValue(values) ?? []));
        return verb;
    }

    private static int Run(CliContext context, ParseResult parsed, string[] values)
    {
        var asOf = context.AsOf(parsed);
        var (catalogue, citations) = (context.Composition.Catalogue, context.Composition.Citations);
        var fields = KeyValues.Read(values, catalogue.Inputs);
        var profile = InputReader.Read(fields, catalogue.Inputs, complete: false);
        CalcVerb.Refuse(fields);
        var result = Screening.Run(catalogue, profile);
        if (context.IsJson(parsed)) context.WriteJson(JsonWords.Bytes(json => ScreeningJson.Write(json, result, catalogue, citations, asOf)));
        else ScreeningView.Write(context.Terminal, result, catalogue, citations, asOf);
        return Exit.Done;
    }
}
