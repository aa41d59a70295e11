using Bot.Hosting;

namespace Bot.Agents;

/// <summary>The functions that are offered to language models and other agents: one a calculator, and the look-up of clauses.</summary>
internal static class AgentFunctions
{
    /// <summary>What every function that reckons says about its arguments.</summary>
    internal const string Facts = "只填用户自己说过的事实，缺少的请先问用户，不要推测；金额以元为单位。";

    /// <summary>What every function says about its result.</summary>
    internal const string Quoting = "转述其中的金额时，请一并写明所引条文、有效期和提示。";

    /// <summary>All of them; none is listed by hand but the look-ups, so a new calculator is here by itself.</summary>
    /// <exception cref="ArgumentException">Two would have the same name.</exception>
    internal static IReadOnlyList<AgentFunction> Of(Composition composition, Today today)
    {
        List<AgentFunction> functions =
        [
            .. composition.Catalogue.Calculators.Select(c => new CalculatorFunction(c, composition, today)),
            new SearchFunction(composition, today),
            new ClauseFunction(composition, today),
            new ScreenFunction(composition, today),
            new SummaryFunction(composition, today),
        ];
        var twice = functions.GroupBy(f => f.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? functions : throw new ArgumentException($"Two functions are called {twice.Key}.", nameof(composition));
    }
}
