using System.Diagnostics;
using Bot.Channels.Activity.Replies;

namespace Bot.Tests.Channels.Activity;

/// <summary>Cutting and marking text.</summary>
public sealed class WordingTests
{
    [Theory]
    [InlineData("短", 3, "短")]
    [InlineData("一二三四", 4, "一二三四")]
    [InlineData("奖励共100万元封顶", 6, "奖励共…")]
    [InlineData("奖励共1,000,000元", 9, "奖励共…")]
    [InlineData("达到百分之五十的", 6, "达到…")]
    [InlineData("按10%计算的", 4, "按…")]
    [InlineData("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 2, "👨‍👩‍👧…")]
    public void A_cut_counts_what_people_see_and_never_leaves_part_of_a_number(string text, int most, string cut) => Assert.Equal(cut, ShortText.Cut(text, most));

    [Theory]
    [InlineData("第一行\n第二行", "第一行\n\n第二行")]
    [InlineData("*a* [b](c) <i> _x_ `y` ~z~ |", @"\*a\* \[b\]\(c) \<i\> \_x\_ \`y\` \~z\~ \|")]
    [InlineData("1. 一\n12) 二\n1.5亿", "1\\. 一\n\n12\\) 二\n\n1\\.5亿")]
    [InlineData("# 题\n- 项\n+ 项\n=", "\\# 题\n\n\\- 项\n\n\\+ 项\n\n\\=")]
    public void Plain_text_shows_as_it_is(string text, string markdown)
    {
        Assert.Equal(markdown, Markdown.Of(text));
    }

    [Fact]
    public void A_very_long_text_is_written_and_cut_in_no_time()
    {
        var watch = Stopwatch.StartNew();
        foreach (var c in "1九*\n](👍")
        {
            var text = new string(c, 100_000);
            _ = Markdown.Of(text);
            _ = ShortText.Cut(text, 160);
        }

        Assert.InRange(watch.ElapsedMilliseconds, 0, 1000);
    }
}
