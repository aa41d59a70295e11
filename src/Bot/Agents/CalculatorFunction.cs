using Bot.Api;
using Bot.Hosting;
using Bot.Inputs;
using Calculators.Rules;

namespace Bot.Agents;

/// <summary>One exact calculation; everything about it comes from the declaration.</summary>
internal sealed class CalculatorFunction(Calculator calculator, Composition composition, Today today)
    : AgentFunction(NameOf(calculator.Name), calculator.Title, Describe(calculator), InputSchema.Of(calculator.Inputs))
{
    /// <summary>The declaration.</summary>
    internal Calculator Calculator => calculator;

    /// <summary>A calculator's name as hosts take it, some of which know no hyphen: <c>core_industry_revenue</c>.</summary>
    internal static string NameOf(string calculator) => string.Concat(calculator.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    /// <inheritdoc />
    protected override Task<Outcome> RunAsync(Fields fields, CancellationToken cancellation)
    {
        var facts = InputReader.Read(fields, calculator.Inputs, complete: true);
        if (fields.Faults.Count > 0) return Task.FromResult(Outcome.Refused(fields.Faults));
        var award = composition.Citations.Cite(calculator.Calculate(facts), calculator, today.Date);
        return Task.FromResult(Outcome.Of(json => AwardJson.Write(json, award)));
    }

    // The figures of the clause are left out: whoever reads them here would have them without validity and caveats.
    private static string Describe(Calculator calculator) =>
        $"按条款 {calculator.Clause} 核算「{calculator.Title}」。{AgentFunctions.Facts}{AgentFunctions.Quoting}";
}
