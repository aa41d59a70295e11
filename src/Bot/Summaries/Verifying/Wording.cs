using System.Globalization;
using Bot.Summaries.Content;

namespace Bot.Summaries.Verifying;

/// <summary>The sentences in which differences are told.</summary>
internal static class Wording
{
    private const string File = "文件";
    private const int Before = 12;
    private const int Shown = 60;

    internal static Difference TooLarge(int mebibytes) => Whole($"文件超过 {mebibytes.ToString(CultureInfo.InvariantCulture)} MiB，不是本助手出具的答复单。");

    internal static Difference Unreadable() => Whole("无法按这种格式读取内容，请确认文件完整、类型正确。");

    internal static Difference NoReceipt() => new(Sections.Receipt, null, null, "没有找到核对回执，无法核对；请提供完整的答复单。");

    internal static Difference DamagedReceipt() => new(Sections.Receipt, null, null, "核对回执不完整或被改动，无法核对；请重新出具答复单。");

    internal static Difference UnfoundedChoice() => new(Sections.Receipt, null, null, "核对回执中有一次选择与当时的提问不符，无法核对；请重新出具答复单。");

    internal static Difference OtherCorpus(string found, string current) =>
        new(Sections.Remarks, found, current, $"本答复单依据的文件版本是 {found}，现在收录的是 {current}；以下按现在的文件核对，建议重新出具。");

    internal static Difference More(int count) => Whole($"另有 {count.ToString(CultureInfo.InvariantCulture)} 处不同，没有一一列出。");

    internal static Difference Changed(string section, string found, string expected)
    {
        var (isNow, shouldBe) = Around(found, expected);
        return isNow == shouldBe
            ? new Difference(section, found, expected, $"「{section}」中的排版标记被改动，该处文字为「{isNow}」。")
            : new Difference(section, isNow, shouldBe, $"「{section}」中写的是「{isNow}」，应为「{shouldBe}」。");
    }

    internal static Difference Missing(string section, string expected)
    {
        var words = Around(expected, "").Found;
        return new Difference(section, null, words, words.Length > 0 ? $"「{section}」中缺少「{words}」。" : $"「{section}」中缺少一个空行。");
    }

    internal static Difference Extra(string section, string found)
    {
        var words = Around(found, "").Found;
        return new Difference(section, words, null, words.Length > 0 ? $"「{section}」中多出「{words}」。" : $"「{section}」中多出一个空行。");
    }

    private static Difference Whole(string text) => new(File, null, null, text);

    // A long line is cut to the place where it begins to differ.
    private static (string Found, string Expected) Around(string found, string expected)
    {
        var at = found.AsSpan().CommonPrefixLength(expected);
        var start = Math.Max(0, at - Before);
        return (Cut(found, start), Cut(expected, start));
    }

    private static string Cut(string text, int start)
    {
        var end = Math.Min(text.Length, start + Shown);
        if (start >= end) return "";
        // Half of a character outside of the first plane is none.
        if (char.IsLowSurrogate(text[start])) start++;
        if (end < text.Length && char.IsLowSurrogate(text[end])) end--;
        return $"{(start > 0 ? "…" : "")}{text[start..end]}{(end < text.Length ? "…" : "")}";
    }
}
