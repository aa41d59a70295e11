using Calculators.Money;

namespace Calculators.Tests.Money;

public sealed class YuanTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.01", 1)]
    [InlineData("0.5", 50)]
    [InlineData("1200.5", 120_050)]
    [InlineData("10000000", 1_000_000_000)]
    [InlineData("9999999.99", 999_999_999)]
    [InlineData("9999999999999.99", 999_999_999_999_999)]
    public void Plain_digits_are_an_amount(string text, long fen)
    {
        Assert.True(Yuan.TryParse(text, out var amount));
        Assert.Equal(fen / 100m, amount.Amount);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("007")]
    [InlineData("00")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1.000")]
    [InlineData("1.2.3")]
    [InlineData("1e5")]
    [InlineData("1,000")]
    [InlineData("１２")]
    [InlineData("10万")]
    [InlineData("NaN")]
    [InlineData("10000000000000")]
    [InlineData("10000000000000.00")]
    [InlineData("99999999999999999999999999999999999999")]
    public void Anything_else_is_not(string? text) => Assert.False(Yuan.TryParse(text, out _));

    [Theory]
    [InlineData("0", "0元")]
    [InlineData("0.01", "0.01元")]
    [InlineData("1234.5", "1,234.5元")]
    [InlineData("10000", "1万元")]
    [InlineData("250000", "25万元")]
    [InlineData("850500", "850,500元（85.05万元）")]
    [InlineData("9999999.99", "9,999,999.99元")]
    [InlineData("100000000", "1亿元")]
    [InlineData("120000000", "1.2亿元")]
    [InlineData("123450000", "12345万元")]
    public void Amounts_are_written_as_the_documents_write_them(string digits, string chinese)
    {
        Assert.True(Yuan.TryParse(digits, out var amount));
        Assert.Equal(chinese, amount.Chinese());
    }

    [Fact]
    public void Half_a_fen_is_rounded_up()
    {
        Assert.Equal(Yuan.Of(0.01m), Yuan.Of(0.005m).Round());
        Assert.Equal(Yuan.Zero, Yuan.Of(0.0049m).Round());
    }

    [Fact]
    public void The_county_takes_the_odd_fen()
    {
        var shares = Shares.OfCityAndCounty(Yuan.Of(0.03m), Rate.Of(50));
        Assert.Equal([Yuan.Of(0.01m), Yuan.Of(0.02m)], shares.Select(s => s.Amount));
    }
}
