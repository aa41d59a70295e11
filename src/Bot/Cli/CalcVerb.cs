using System.CommandLine;
using Bot.Api;
using Bot.Inputs;

namespace Bot.Cli;

/// <summary><c>calc NAME key=value…</c>: one exact calculation.</summary>
internal static class CalcVerb
{
    internal static Command Create(CliContext context)
    {
        var name = new Argument<string>("NAME") { Description = "计算器名称，例如 core-industry-revenue" };
        var values = new Argument<string[]>("key=value") { Description = "输入项，例如 annualRevenue=120000000", Arity = ArgumentArity.ZeroOrMore };
        var verb = new Command("calc", "按条款计算一项奖励") { name, values };
        verb.SetAction(parsed => Run(context, parsed, parsed.GetValue(name)!, parsed.GetValue(values) ?? []));
        return verb;
    }

    private static int Run(CliContext context, ParseResult parsed, string name, string[] values)
    {
        var asOf = context.AsOf(parsed);
        var catalogue = context.Composition.Catalogue;
        var calculator = catalogue.Find(name) ??
            throw new UsageException($"没有名为「{PlainText.Clean(name)}」的计算器，可用的有：{string.Join("、", catalogue.Calculators.Select(c => c.Name))}。");
        var fields = KeyValues.Read(values, calculator.Inputs);
        var facts = InputReader.Read(fields, calculator.Inputs, complete: true);
        Refuse(fields);
        var award = context.Composition.Citations.Cite(calculator.Calculate(facts), calculator, asOf);
        if (context.IsJson(parsed)) context.WriteJson(JsonWords.Bytes(json => AwardJson.Write(json, award)));
        else AwardView.Write(context.Terminal, award);
        return award.Award.Eligible ? Exit.Done : Exit.No;
    }

    /// <summary>Ends the verb where something was given wrongly.</summary>
    /// <exception cref="UsageException">All faults in one line.</exception>
    internal static void Refuse(Fields fields)
    {
        if (fields.Faults.Count > 0) throw new UsageException(string.Join(' ', fields.Faults.Select(f => $"{f.Field}：{f.Text}")));
    }
}
