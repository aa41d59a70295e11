using System.Diagnostics;
using Bot.Hosting;
using Bot.Privacy;

namespace Bot.Tests.Privacy;

/// <summary>What is put under asterisks before anything is kept, and what never is.</summary>
public sealed class MaskerTests
{
    private static readonly Masker Masker = new(Parts.Default.Catalogue);

    [Theory]
    [InlineData("我的电话13800138000", "我的电话***********")]
    [InlineData("我的电话13800138000，年营收13800138000元能拿多少", "我的电话***********，年营收13800138000元能拿多少")]
    [InlineData("手机：138-0013-8000", "手机：***-****-****")]
    [InlineData("打138 0013 8000找我", "打*** **** ****找我")]
    [InlineData("+86 13800138000", "+** ***********")]
    [InlineData("请加008613800138000", "请加***************")]
    [InlineData("tel:13800138000", "tel:***********")]
    [InlineData("張三，電話１３８００１３８０００", "張三，電話***********")]
    [InlineData("电话一三八零零一三八零零零", "电话***********")]
    [InlineData("电话幺三八〇〇幺三八〇〇〇", "电话***********")]
    [InlineData("13800138000", "***********")]
    [InlineData("我是负责人张三13800138000", "我是负责人张三***********")]
    [InlineData("电话13800138000张三", "电话***********张三")]
    [InlineData("我打过13800138000没人接，联系人13900139000", "我打过***********没人接，联系人***********")]
    [InlineData("0797-2831234是我家", "****-*******是我家")]
    [InlineData("(010)88886666", "(***)********")]
    [InlineData("座机是2831234", "座机是*******")]
    [InlineData("身份证11010519491231002X", "身份证******************")]
    [InlineData("11010519491231002x能申请吗", "******************能申请吗")]
    [InlineData("440308199901101512", "******************")]
    [InlineData("旧身份证110105491231002", "旧身份证***************")]
    [InlineData("身份证号：440308199901101513（抄错一位）", "身份证号：******************（抄错一位）")]
    [InlineData("打到6222021234567890128", "打到*******************")]
    [InlineData("卡 6217 0000 1000 0000 003", "卡 **** **** **** **** ***")]
    [InlineData("账号36050181015000000123", "账号********************")]
    [InlineData("发到zhang.san@example.com.cn吧", "发到*****.***@*******.***.**吧")]
    public void Personal_numbers_and_addresses_are_covered(string text, string covered)
    {
        Assert.Equal(covered, Masker.Mask(text));
        Assert.Equal(covered, Masker.Mask(covered));
    }

    [Theory]
    [InlineData("13800138000元")]
    [InlineData("人民币13800138000")]
    [InlineData("￥13800138000")]
    [InlineData("13800138000.50")]
    [InlineData("营业收入13800138000")]
    [InlineData("合同实际执行金额总共是13800138000，服务了12家")]
    [InlineData("13800138000是今年的营收")]
    [InlineData("投资额超过13800138000")]
    [InlineData("13800138000万")]
    [InlineData("13800138000家企业")]
    [InlineData("我们手机厂产量20000000台")]
    [InlineData("440308199901101512元")]
    [InlineData("6222021234567890元")]
    [InlineData("622202123456789012元")]
    [InlineData("寻府办字〔2022〕51号第十一条，2022-04-25到2023-12-31")]
    [InlineData("2022 2023 2024 2025四年营收")]
    [InlineData("20220425-20231231")]
    [InlineData("pilot-2025/4.1和xunwu-51/2")]
    [InlineData("a138001380001f")]
    [InlineData("去年1.2亿，今年3.8亿，服务18家，合同25000000")]
    [InlineData("@大家 今年怎么报")]
    public void What_is_money_a_count_a_date_or_a_clause_stays(string text) => Assert.Same(text, Masker.Mask(text));

    [Fact]
    public void An_amount_of_11_to_18_digits_is_money_whatever_it_looks_like()
    {
        foreach (var digits in new[] { "13800138000", "138001380001", "8613800138000", "13800138000138", "110105491231002", "6222021234567890", "62220212345678901", "440308199901101512", "11010519491231002" })
        {
            foreach (var form in new[] { "{0}元", "人民币{0}元整", "合同{0}块钱", "￥{0}", "我的手机厂营收{0}元", "{0}个", "{0}万元", "{0}家" })
            {
                var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, digits);
                Assert.Equal(text, Masker.Mask(text));
            }
        }
    }

    [Fact]
    public void A_bare_figure_that_was_asked_for_is_a_figure()
    {
        Assert.Equal("13800138000", Masker.Mask("13800138000", expectsFigure: true));
        Assert.Equal("电话***********", Masker.Mask("电话13800138000", expectsFigure: true));
    }

    [Fact]
    public void No_question_that_the_assistant_is_measured_with_is_changed()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures", "eval"), "*.jsonl");
        Assert.NotEmpty(files);
        // One question tells a telephone number beside its facts.
        const string phone = "0797-2830011";
        foreach (var line in files.SelectMany(File.ReadLines))
        {
            if (line.Contains(phone, StringComparison.Ordinal)) Assert.Equal(line.Replace(phone, "****-*******", StringComparison.Ordinal), Masker.Mask(line));
            else Assert.Same(line, Masker.Mask(line));
        }
    }

    [Fact]
    public void Any_text_of_100000_characters_is_masked_in_time()
    {
        var digits = string.Concat(Enumerable.Repeat("13800138000 ", 10));
        string[] pieces = ["1", "1 ", "8-", "a@b.", "@", "13800138000，", "电话13800138000家", "a.b@c.cn ", "一", "一三八零", "\u0301", "𝟏", "４４０３０８１９９９０１１０１５１２，", digits, "62220212345678901281", "营业收入是是是13800138000", "(0797)", "0797-2831234-"];
        foreach (var piece in pieces)
        {
            var text = string.Concat(Enumerable.Repeat(piece, (100_000 / piece.Length) + 1));
            // The best of some: a busy machine delays any one of them, slow code all.
            var best = TimeSpan.MaxValue;
            for (var i = 0; i < 20 && best >= TimeSpan.FromSeconds(0.2); i++)
            {
                var start = Stopwatch.GetTimestamp();
                Masker.Mask(text);
                var took = Stopwatch.GetElapsedTime(start);
                best = took < best ? took : best;
            }

            Assert.True(best < TimeSpan.FromSeconds(0.2), $"{piece}: {best}");
        }
    }
}
