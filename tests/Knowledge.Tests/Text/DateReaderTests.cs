using Knowledge.Text;

namespace Knowledge.Tests.Text;

public class DateReaderTests
{
    [Theory]
    [InlineData("于2025年10月16日印发", "2025年10月16日 2025-10-16")]
    [InlineData("2025-10-16", "2025-10-16 2025-10-16")]
    [InlineData("2025/10/16", "2025/10/16 2025-10-16")]
    [InlineData("2025.10.16截止", "2025.10.16 2025-10-16")]
    [InlineData("二〇二五年十月十六日", "二〇二五年十月十六日 2025-10-16")]
    [InlineData("２０２５年１０月１６日", "２０２５年１０月１６日 2025-10-16")]
    [InlineData("10月27日前", "10月27日 -10-27")]
    [InlineData("10月27号", "10月27号 -10-27")]
    [InlineData("2023年", "2023年 2023--")]
    [InlineData("到2023年底", "2023年底 2023-12-31")]
    [InlineData("2022年4月", "2022年4月 2022-4-")]
    [InlineData("19年也进过", "19年 2019--")]
    [InlineData("2022—2023年", "2022 2022--|2023年 2023--")]
    [InlineData("13月", "")]
    [InlineData("近三年", "")]
    public void A_date_is_read(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', DateReader.Read(text).Select(d => $"{text.AsSpan(d.Span.Start, d.Span.Length)} {d.Year}-{d.Month}-{d.Day}")));
}
