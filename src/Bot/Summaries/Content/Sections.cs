namespace Bot.Summaries.Content;

/// <summary>The names of a summary's sections.</summary>
internal static class Sections
{
    internal const string Title = "标题";
    internal const string Question = "咨询问题";
    internal const string Conclusion = "答复";
    internal const string Calculation = "计算过程";
    internal const string Quotes = "依据原文";
    internal const string Validity = "文件时效";
    internal const string Caveats = "需要说明的事项";
    internal const string Ask = "咨询单位";
    internal const string Remarks = "说明";
    internal const string Receipt = "核对回执";
}
