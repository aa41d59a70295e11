using System.Globalization;
using System.Text;
using Bot.Answering;

namespace Bot.Summaries.Content;

/// <summary>Summary → blocks, in the order of the page.</summary>
internal static class Outline
{
    private const string PageTitle = "政策咨询答复单";
    private const string Ordinals = "一二三四五六七八九十";

    internal static IReadOnlyList<Block> Of(Summary summary)
    {
        List<Block> blocks = [new Block.Title(Sections.Title, PageTitle)];
        var sections = 0;
        foreach (var section in Contents(summary).GroupBy(b => b.Section))
        {
            blocks.Add(new Block.Heading(section.Key, $"{Ordinals[sections++]}、{section.Key}"));
            blocks.AddRange(section);
        }

        return [.. blocks.Select(b => b with { Text = OneLine(b.Text) })];
    }

    private static IEnumerable<Block> Contents(Summary summary)
    {
        var turns = summary.Receipt.Turns;
        foreach (var earlier in turns.SkipLast(1)) yield return new Block.Item(Sections.Question, $"此前问：{earlier}");
        yield return new Block.Paragraph(Sections.Question, turns[^1]);
        foreach (var line in summary.Conclusion) yield return new Block.Paragraph(Sections.Conclusion, line);
        foreach (var block in summary.Awards.SelectMany(award => Reckoning.Of(award))) yield return block;
        foreach (var quote in summary.Quotes) yield return Quote(Sections.Quotes, quote);
        foreach (var (name, validity) in summary.Documents) yield return new Block.Paragraph(Sections.Validity, $"{name}：{validity.Note}");
        foreach (var caveat in summary.Caveats) yield return new Block.Item(Sections.Caveats, caveat);
        foreach (var ask in summary.Ask) yield return new Block.Paragraph(Sections.Ask, ask);
        yield return new Block.Paragraph(Sections.Remarks, "感谢您的咨询。本答复单由政策助手依据所收录文件的原文整理，供您了解政策时参考，不是行政决定，也不代表审批结果；能否享受、享受多少，请以主管部门的认定为准。");
        yield return new Block.Paragraph(Sections.Remarks, $"时效按{Day(summary.Receipt.AsOf)}判断；文件版本：{summary.Receipt.CorpusVersion}。");
        yield return new Block.Paragraph(Sections.Receipt, "凭以下回执可以重新核算本答复单，并查出任何改动；请勿修改。");
        yield return new Block.Token(Sections.Receipt, summary.Receipt.Write());
    }

    /// <summary>A quotation with its clause, document and heading.</summary>
    internal static Block Quote(string section, Citation citation) =>
        new Block.Quotation(section, $"「{citation.Quote}」", $"——{citation.Document}，{citation.Heading}（条款编号 {citation.Clause}）");

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    // A question may have several lines, and characters that no XML can hold; the receipt has it as it was.
    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) line.Append(line.Length > 0 && line[^1] == ' ' ? "" : " ");
            else line.Append((rune.Value & 0xFFFE) == 0xFFFE ? Rune.ReplacementChar : rune);
        }

        return line.ToString().Trim();
    }
}
