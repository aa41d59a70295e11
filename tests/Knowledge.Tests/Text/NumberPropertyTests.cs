using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Knowledge.Text;

namespace Knowledge.Tests.Text;

public class NumberPropertyTests
{
    private const string Alphabet = "一二三十百千万亿两几多零点半第年月日元块角分成个家%-到～0123456789,. kw\u0000\u200b\ud800\udc00ａ①㎡é\u0301以上不超过近约负又之";

    [Fact]
    public void Any_amount_reads_back_from_every_way_to_write_it()
    {
        Check(Prop.ForAll(Gen.Choose(1, int.MaxValue).ToArbitrary(), number =>
        {
            ReadsBack(number, number.ToString("N0", CultureInfo.InvariantCulture));
            ReadsBack(number, number.ToString(CultureInfo.InvariantCulture));
            ReadsBack(number / 100m, (number / 100m).ToString("N2", CultureInfo.InvariantCulture) + "元");
            ReadsBack(number * 1000m, (number / 10m).ToString(CultureInfo.InvariantCulture) + "万元");
            ReadsBack(number * 1_000_000m, (number / 100m).ToString(CultureInfo.InvariantCulture) + "亿");
            ReadsBack(number, Chinese(number, "零一二三四五六七八九", "十百千") + "元");
            ReadsBack(number, Chinese(number, "零壹贰叁肆伍陆柒捌玖", "拾佰仟") + "元整");
        }));
    }

    [Fact]
    public void No_text_makes_the_readers_fail_or_leave_the_text()
    {
        var texts = Gen.Elements(Alphabet.ToCharArray()).ListOf().Select(list => new string([.. list]));
        Check(Prop.ForAll(texts.ToArbitrary(), StaysInside));
        Check(Prop.ForAll<string?>(text => StaysInside(text ?? "")));
    }

    [Theory]
    [InlineData("一")]
    [InlineData("一百")]
    [InlineData("1,")]
    [InlineData("5-")]
    [InlineData("三分之")]
    [InlineData("1又")]
    [InlineData("百点1")]
    [InlineData("\u0000")]
    public void A_very_long_text_is_read(string unit) => StaysInside(string.Concat(Enumerable.Repeat(unit, 100_000 / unit.Length)));

    [Fact]
    public void A_very_long_text_of_half_pairs_is_read() => StaysInside(new string('\ud800', 100_000));

    private static void StaysInside(string text)
    {
        var normal = Normaliser.Normalise(text);
        var last = 0;
        for (var i = 0; i < normal.Text.Length; i++)
        {
            var origin = normal.Origin(new TextSpan(i, 1));
            Assert.True(origin.Start >= last && origin.Length > 0 && origin.End <= text.Length);
            last = origin.Start;
        }

        Assert.All(NumberReader.Read(text), reading => Assert.True(reading.Span.Start >= 0 && reading.Span.Length > 0 && reading.Span.End <= text.Length));
        Assert.All(NumberReader.Read(normal), reading => Assert.True(reading.Span.Start >= 0 && reading.Span.Length > 0 && reading.Span.End <= normal.Text.Length));
        Assert.All(DateReader.Read(text), date => Assert.True(date.Span.Start >= 0 && date.Span.End <= text.Length));
    }

    private static void ReadsBack(decimal value, string text)
    {
        var reading = Assert.Single(NumberReader.Read(text));
        Assert.True(reading.IsExact && reading.Value == value && reading.Span == new TextSpan(0, text.Length), $"{text} is read as {reading}");
    }

    // The way to write it that schools teach: groups of four, one 零 for any run of noughts inside.
    private static string Chinese(int number, string figures, string units)
    {
        var text = new StringBuilder();
        var digits = number.ToString(CultureInfo.InvariantCulture);
        var (zero, group) = (false, false);
        for (var i = 0; i < digits.Length; i++)
        {
            var place = digits.Length - 1 - i;
            if (digits[i] == '0') zero = true;
            else
            {
                if (zero && text.Length > 0) text.Append(figures[0]);
                text.Append(figures[digits[i] - '0']);
                if (place % 4 > 0) text.Append(units[(place % 4) - 1]);
                (zero, group) = (false, true);
            }

            if (place is 4 or 8 && group) text.Append(place == 4 ? '万' : '亿');
            if (place % 4 == 0) group = false;
        }

        return text.ToString();
    }

    private static void Check(Property property) => FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), property);
}
