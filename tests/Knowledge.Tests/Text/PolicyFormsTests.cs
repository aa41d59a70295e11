using System.Globalization;
using Knowledge.Text;

namespace Knowledge.Tests.Text;

public class PolicyFormsTests
{
    [Theory]
    [InlineData("优质企业廿一家", "廿一家=21 Count 家")]
    [InlineData("一百卅二户", "一百卅二户=132 Count 户")]
    [InlineData("等我看看……24家", "24家=24 Count 家")]
    [InlineData("投了850万零5千", "850万零5千=8505000 Number")]
    [InlineData("营收1亿2，之后", "1亿2=120000000 Number")]
    [InlineData("营收１０００万元", "１０００万元=10000000 Money 元")]
    [InlineData("9999万9999元", "9999万9999元=99999999 Money 元")]
    [InlineData("投资七百六十五万四千", "七百六十五万四千=7654000 Number")]
    [InlineData("到账一百二十八万六，已", "一百二十八万六=1286000 Number")]
    [InlineData("1千5百万", "1千5百万=15000000 Number")]
    [InlineData("3000w", "3000w=30000000 Number")]
    [InlineData("6.8 million RMB", "6.8 million RMB=6800000 Money 元")]
    [InlineData("2 million USD", "2 million USD=2000000 Count usd")]
    [InlineData("第一次到5000万", "第一次=1 Ordinal 次|5000万=50000000 Number")]
    [InlineData("12million", "12million=12000000 Number")]
    [InlineData("1.5 billion", "1.5 billion=1500000000 Number")]
    [InlineData("30 team", "30=30 Number")]
    [InlineData("柒佰參拾萬元整", "柒佰參拾萬元整=7300000 Money 元")]
    [InlineData("参拾万元", "参拾万元=300000 Money 元")]
    [InlineData("壹佰零参万", "壹佰零参万=1030000 Number")]
    [InlineData("10家参加", "10家=10 Count 家")]
    [InlineData("3千5百w", "3千5百w=35000000 Number")]
    [InlineData("营收五百w", "五百w=5000000 Number")]
    [InlineData("三百八十w", "三百八十w=3800000 Number")]
    [InlineData("1亿2千w", "1亿2千w=120000000 Number")]
    [InlineData("八w块", "八w块=80000 Money 元")]
    [InlineData("三百wifi", "三百=300 Number")]
    [InlineData("卖了两个亿", "两个亿=200000000 Number")]
    [InlineData("十个亿呢", "十个亿=1000000000 Number")]
    [InlineData("拿了1.2个亿的", "1.2个亿=120000000 Number")]
    [InlineData("两个半亿", "两个半亿=250000000 Number")]
    [InlineData("1亿零3百万", "1亿零3百万=103000000 Number")]
    [InlineData("8,765,432.15 元，", "8,765,432.15 元=8765432.15 Money 元")]
    [InlineData("分别是10，200，300", "10=10 Number|200=200 Number|300=300 Number")]
    [InlineData("总投资人民币贰佰万元整", "人民币贰佰万元整=2000000 Money 元")]
    [InlineData("壹仟贰佰叁拾肆元伍角陆分", "壹仟贰佰叁拾肆元伍角陆分=1234.56 Money 元")]
    [InlineData("三块五", "三块五=3.5 Money 元")]
    [InlineData("就差一块钱", "一块钱=1 Money 元")]
    [InlineData("三块地", "三块=3 Count 块")]
    [InlineData("say 5,000,000 yuan", "5,000,000 yuan=5000000 Money 元")]
    [InlineData("降五个点", "五个点=5 Percent %")]
    [InlineData("三到五成", "三到五成=30 Percent % Range 30 50")]
    [InlineData("一家一半", "一家=1 Count 家|一半=0.5 Fraction")]
    [InlineData("试行两年", "两年=2 Count 年")]
    [InlineData("不是首次，19年也进过", "19年=2019 DatePart 年")]
    [InlineData("近10年", "10年=10 Count 年")]
    [InlineData("近三年", "三年=3 Count 年")]
    [InlineData("2022—2023年", "2022=2022 DatePart 年|2023年=2023 DatePart 年")]
    [InlineData("经第14次县委", "第14次=14 Ordinal 次")]
    [InlineData("第七条", "第七条=7 Ordinal 条")]
    [InlineData("〔2022〕51号", "2022=2022 Number|51=51 Number")]
    [InlineData("12345热线", "12345=12345 Number")]
    [InlineData("民营企业500强", "500强=500 Count 强")]
    [InlineData("一次性给予100万元", "100万元=1000000 Money 元")]
    [InlineData("奖50万一次性到账", "50万=500000 Number")]
    [InlineData("100万5G项目", "100万=1000000 Number")]
    [InlineData("大概500万", "500万=5000000 Number Approximate 4500000 5500000")]
    [InlineData("五百来万", "五百来万=5000000 Number Approximate 4500000 5500000")]
    [InlineData("一千多万", "一千多万=10000000 Number Approximate 10000000 20000000)")]
    [InlineData("四千多万", "四千多万=40000000 Number Approximate 40000000 50000000)")]
    [InlineData("1.2亿多", "1.2亿多=120000000 Number Approximate 120000000 130000000)")]
    [InlineData("十几万", "十几万=100000 Number Approximate 100000 200000)")]
    [InlineData("投了几百万", "几百万=1000000 Number Approximate 1000000 10000000)")]
    [InlineData("将近1亿", "1亿=100000000 Number Approximate 90000000 100000000)")]
    [InlineData("500万左右", "500万=5000000 Number Approximate 4500000 5500000")]
    [InlineData("500万到800万", "500万到800万=5000000 Number Range 5000000 8000000")]
    [InlineData("500到800万", "500到800万=5000000 Number Range 5000000 8000000")]
    [InlineData("500-800万元", "500-800万元=5000000 Money 元 Range 5000000 8000000")]
    [InlineData("500万～800万", "500万～800万=5000000 Number Range 5000000 8000000")]
    [InlineData("5到8千万", "5到8千万=50000000 Number Range 50000000 80000000")]
    [InlineData("三五百万", "三五百万=3000000 Number Range 3000000 5000000")]
    [InlineData("打造5—10家", "5—10家=5 Count 家 Range 5 10")]
    [InlineData("10家（含）以上", "10家=10 Count 家 AtLeast 10 -")]
    [InlineData("2个及以上县", "2个=2 Count 个 AtLeast 2 -")]
    [InlineData("超过1000万", "1000万=10000000 Number AtLeast (10000000 -")]
    [InlineData("首次破亿", "亿=100000000 Number AtLeast (100000000 -")]
    [InlineData("营收过千万", "千万=10000000 Number AtLeast (10000000 -")]
    [InlineData("做到过5500万", "5500万=55000000 Number")]
    [InlineData("最高不超过50万元", "50万元=500000 Money 元 AtMost - 500000")]
    [InlineData("以前最高3.2亿", "3.2亿=320000000 Number")]
    [InlineData("不到1亿", "1亿=100000000 Number AtMost - 100000000)")]
    [InlineData("500万以下", "500万=5000000 Number AtMost - 5000000")]
    [InlineData("奖多少万元？", "")]
    [InlineData("能拿几万块？", "")]
    [InlineData("1.2.3", "")]
    public void A_form_of_policy_talk_is_read(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', NumberReader.Read(text).Select(reading => Shown(text, reading))));

    [Fact]
    public void What_is_too_large_is_not_read() =>
        Assert.All(new[] { new string('9', 40), "九九九九九九九九九九九九九九九九九九九九九九九九九九九九", "9999999999999999999999999亿元" }, text => Assert.Empty(NumberReader.Read(text)));

    private static string Shown(string text, NumberReading reading)
    {
        var bounds = reading.IsExact ? "" : $" {reading.Precision} {(reading.LowIsOpen ? "(" : "")}{Plain(reading.Low)} {Plain(reading.High)}{(reading.HighIsOpen ? ")" : "")}";
        var unit = reading.Unit.Length > 0 ? " " + reading.Unit : "";
        return $"{text.AsSpan(reading.Span.Start, reading.Span.Length)}={Plain(reading.Value)} {reading.Kind}{unit}{bounds}";
    }

    private static string Plain(decimal? value) => value?.ToString("0.##########", CultureInfo.InvariantCulture) ?? "-";
}
