namespace Knowledge.Corpus;

/// <summary>Reads the responsible units out of 〔责任单位：…〕.</summary>
internal static class ResponsibleUnits
{
    private const string Opening = "〔责任单位：";

    /// <summary>The units in order, without a closing 等部门; empty where the clause names none.</summary>
    internal static IReadOnlyList<string> Read(string text)
    {
        var start = text.LastIndexOf(Opening, StringComparison.Ordinal);
        if (start < 0) return [];
        start += Opening.Length;
        var end = text.IndexOf('〕', start);
        if (end < 0) return [];
        var list = text[start..end];
        if (list.EndsWith("等部门", StringComparison.Ordinal)) list = list[..^3];
        return list.Split('、', StringSplitOptions.RemoveEmptyEntries);
    }
}
