using System.Diagnostics;
using System.Text;
using Bot.Channels.Tencent;

namespace Bot.Tests.Channels.WeChat;

public sealed class TextPagesTests
{
    [Theory]
    // At a sentence, never inside a quote that fits.
    [InlineData("甲乙丙。「丁。戊己」庚辛。", 24, "甲乙丙。|「丁。戊己」|庚辛。")]
    [InlineData("第一句。第二句。第三句。", 24, "第一句。第二句。|第三句。")]
    [InlineData("第一行\n第二行没有句号", 26, "第一行\n|第二行没有句号")]
    // 「……。」，goes on after its quote.
    [InlineData("一。「二三。」，四五。", 24, "一。|「二三。」，|四五。")]
    // A quote that is longer than a page is cut at its own sentences.
    [InlineData("写明：「一二三四。五六七八。」", 24, "写明：|「一二三四。|五六七八。」")]
    // A number stays whole, whatever it costs.
    [InlineData("金额是1234567.89元整吧", 20, "金额是|1234567.89元整吧")]
    [InlineData("短", 10, "短")]
    [InlineData("", 10, "")]
    // An emoji is one character.
    [InlineData("👋👋👋", 8, "👋👋|👋")]
    public void A_text_is_cut_where_it_may_be(string text, int bytes, string pages) => Assert.Equal(pages, string.Join('|', TextPages.Cut(text, bytes)));

    [Fact]
    public void Pages_join_to_the_whole_and_none_is_too_long()
    {
        var random = new Random(20221001);
        const string letters = "政策奖励。，「」（）\n12345.6万元；👋";
        for (var n = 0; n < 2000; n++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(400)).Select(_ => letters.EnumerateRunes().ElementAt(random.Next(20))));
            var most = random.Next(8, 200);
            var pages = TextPages.Cut(text, most);
            Assert.Equal(text, string.Concat(pages));
            Assert.All(pages, page => Assert.InRange(Encoding.UTF8.GetByteCount(page), 0, most));
        }
    }

    [Theory]
    [InlineData("「")]
    [InlineData("1")]
    [InlineData("」。")]
    [InlineData("a\n")]
    public void A_hundred_thousand_characters_are_cut_at_once(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 100_000 / part.Length));
        TextPages.Cut(text, 2048);
        var clock = Stopwatch.StartNew();
        Assert.Equal(text, string.Concat(TextPages.Cut(text, 2048)));
        // Some 20 ms; a way of cutting that looks at everything again for each page would take a minute.
        Assert.InRange(clock.ElapsedMilliseconds, 0, 10_000);
    }
}
