using Bot.Answering;

namespace Bot.Cli;

/// <summary>Shows an answer to a reader: the text, the clauses that it cites, what may be asked next.</summary>
internal static class AnswerView
{
    internal static void Write(Terminal terminal, Answer answer)
    {
        var output = terminal.Out;
        output.WriteLine(answer.Text);
        // A clause is listed once, however many of its words are quoted.
        var cited = answer.Citations.DistinctBy(c => c.Clause).ToList();
        if (cited.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("引用条款：");
            foreach (var citation in cited) output.WriteLine($"  {citation.Clause}　{citation.Document}　{citation.Heading}");
        }

        if (answer.Suggestions.Count == 0) return;
        output.WriteLine();
        output.WriteLine($"还可以说：{string.Join(" / ", answer.Suggestions)}");
    }
}
