using Bot.Answering.Drafting;
using Knowledge.Citations;

namespace Bot.LanguageModel.Phrasing;

/// <summary>What code puts where the model's text holds a placeholder.</summary>
/// <param name="Placeholder">The placeholder: <c>{quote:1}</c>.</param>
/// <param name="Clause">The clause that says it.</param>
/// <param name="Draft">The words, whole, with the name of the clause behind them.</param>
internal sealed record Filling(string Placeholder, ClauseId Clause, Draft Draft);
