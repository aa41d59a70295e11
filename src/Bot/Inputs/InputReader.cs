using Calculators.Rules;

namespace Bot.Inputs;

/// <summary>The members of a JSON object → what is known about the declared inputs.</summary>
internal static class InputReader
{
    /// <summary>Reads every declared input and notes every fault, unknown members included.</summary>
    /// <param name="fields">The members; those that are not inputs (<c>asOf</c> of a screening) were taken before.</param>
    /// <param name="inputs">The declarations.</param>
    /// <param name="complete">Whether every required input must be there; a screening's profile may leave any out.</param>
    internal static Facts Read(Fields fields, IReadOnlyList<Input> inputs, bool complete)
    {
        var facts = Facts.None;
        foreach (var input in inputs)
        {
            if (fields.Take(input.Name) is { } json && ValueReader.Read(input, json, fields) is { } value) facts = facts.With(input, value);
        }

        foreach (var input in inputs)
        {
            if (fields.Has(input.Name)) CheckPlace(fields, input, facts);
            else if (complete && Calculator.IsRequired(input, facts)) fields.Fault(input.Name, Expected.Missing(input));
        }

        fields.RefuseRest(inputs.Select(i => i.Name));
        return facts;
    }

    // Where the choice itself is not known, nothing can be out of place.
    private static void CheckPlace(Fields fields, Input input, Facts facts)
    {
        if (input.OnlyWhere is { } only && facts.Find(only.Choice.Name) is string chosen && chosen != only.Value)
            fields.Fault(input.Name, Expected.OutOfPlace(input, only));
    }
}
