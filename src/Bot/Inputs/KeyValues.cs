using System.Text;
using Calculators.Rules;

namespace Bot.Inputs;

/// <summary>Arguments of the command line, <c>key=value</c>, → the same members as a JSON body has.</summary>
internal static class KeyValues
{
    /// <summary>The members, each value in the JSON type that its input is declared with; an argument without = is noted as a fault.</summary>
    internal static Fields Read(IReadOnlyList<string> arguments, IReadOnlyList<Input> inputs)
    {
        var faults = new List<InputFault>();
        var members = new List<(string, Json)>();
        foreach (var argument in arguments)
        {
            var at = argument.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
            {
                faults.Add(new InputFault(PlainText.Clean(argument), "参数应写成 名称=值，例如 firstTime=true。"));
                continue;
            }

            var (name, value) = (argument[..at], argument[(at + 1)..]);
            members.Add((name, Value(inputs.FirstOrDefault(i => i.Name == name), value)));
        }

        return new Fields(new Json.Object(members), faults);
    }

    private static Json Value(Input? input, string text) => input switch
    {
        MoneyInput or CountInput => new Json.Number(text),
        YesNoInput when text is "true" or "false" => new Json.Truth(text is "true"),
        // What is no JSON stays text, and is then refused as no list.
        AwardListInput => JsonParser.Read(Encoding.UTF8.GetBytes(text), out _) ?? new Json.Text(text),
        _ => new Json.Text(text),
    };
}
