namespace Bot.Summaries.Formats.Docx;

/// <summary>Lines that stand for what is no text: borders of a table, things that cannot be checked. Text cannot be mistaken for one, since no XML holds U+0001.</summary>
internal static class DocxMarks
{
    private const char Mark = '\u0001';

    internal static readonly string Table = Mark + "表格";
    internal static readonly string TableEnd = Mark + "表格结束";
    internal static readonly string Row = Mark + "表格行";
    internal static readonly string RowEnd = Mark + "表格行结束";
    internal static readonly string Cell = Mark + "单元格";
    internal static readonly string CellEnd = Mark + "单元格结束";

    /// <summary>Something that shows and cannot be compared: a picture, a field, a tracked change.</summary>
    internal static string Foreign(string element) => $"{Mark}无法核对的内容：{element}";

    /// <summary>A setting that hides text, strikes it out or adds to it.</summary>
    internal static string Disguise(string element) => $"{Mark}改变文字显示的格式：{element}";

    /// <summary>The line as a reader is told of it.</summary>
    internal static string Seen(string line) => line.Length > 0 && line[0] == Mark ? $"（{line[1..]}）" : line;
}
