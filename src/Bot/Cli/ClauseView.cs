using System.Globalization;
using Bot.Answering.Wording;
using Knowledge.Corpus;
using Knowledge.Search;
using Spectre.Console;

namespace Bot.Cli;

/// <summary>Shows clauses to a reader.</summary>
internal static class ClauseView
{
    internal static void Write(Terminal terminal, IReadOnlyList<ClauseHit> hits)
    {
        var table = Views.Table("条款", "标题", "原文", "得分");
        foreach (var hit in hits)
            table.AddRow(new Text(hit.Clause.ToString()), new Text(hit.Heading), new Text(hit.Snippet), new Text(hit.Score.ToString("0.00", CultureInfo.InvariantCulture)));
        terminal.Tables().Write(table);
    }

    internal static void Write(Terminal terminal, Clause clause, Document document, DateOnly asOf)
    {
        var output = terminal.Out;
        output.WriteLine($"{clause.Id}　{clause.Heading}");
        output.WriteLine($"《{document.Title}》{document.Number}");
        output.WriteLine();
        output.WriteLine(clause.Text);
        output.WriteLine();
        if (clause.Responsible.Count > 0) output.WriteLine($"责任单位：{string.Join("、", clause.Responsible)}");
        output.WriteLine($"有效期：{ValidityWording.Note(document, asOf).Note}");
    }
}
