using Knowledge.Text;

namespace Knowledge.Tests.Text;

/// <summary>The guard leaves out reading a text where our own words hold no sign of a numeral: that must be true of every character.</summary>
public sealed class NumeralSignsTests
{
    [Fact]
    public void Where_a_numeral_begins_or_has_a_digit_stands_a_sign()
    {
        List<string> missed = [];
        for (var c = char.MinValue; c < char.MaxValue; c++)
        {
            // Alone, before figures, behind them and between them.
            foreach (var (text, at) in new[] { ($"{c}", 0), ($"{c}5家", 0), ($"{c}百万元", 0), ($"共{c}三成", 1), ($"第{c}条", 1), ($"5{c}", 1), ($"三{c}元", 1), ($"1{c}2", 1) })
            {
                var touched = NumberReader.Read(text).Any(n => n.Span.Start == at || (n.Span.Contains(new TextSpan(at, 1)) && (char.IsDigit(c) || "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟".Contains(c, StringComparison.Ordinal))));
                if (touched && !NumeralSigns.MayHold($"{c}")) missed.Add($"U+{(int)c:X4} in {text}");
            }
        }

        Assert.Empty(missed);
    }

    [Fact]
    public void Words_as_the_answers_have_them_hold_none() =>
        Assert.DoesNotContain(new[] { "按您提供的情况，", "写明：", "「", "」", "\n", "时效：", "咨询：", "（责任单位）", "· ", "计算：" }, words => NumeralSigns.MayHold(words));
}
