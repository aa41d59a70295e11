using System.Globalization;
using System.Text;

namespace Bot.Tests.Dialogues.Generated;

/// <summary>Numbers as people write them, of every size, and things that only look like numbers.</summary>
internal static class Figures
{
    private const string Small = "零一二三四五六七八九";
    private const string Formal = "零壹贰叁肆伍陆柒捌玖";
    private static readonly string[] Units = ["", "元", "万", "万元", "亿", "亿元", "千万", "百万", "家", "个", "户", "条", "%", "个点", "成", "块", "年", "月", "日", "角", "分"];
    private static readonly string[] Bounds = ["", "", "", "", "大概", "约", "超过", "不到", "不超过", "至少", "最多", "近", "-", "负", "+", "￥", "$"];
    private static readonly string[] Tails = ["", "", "", "", "左右", "以上", "以下", "（含）", "多", "来", "出头", "整", "吧"];

    internal static string Any(Random random) => random.Next(20) switch
    {
        0 => Day(random),
        1 => $"{Whole(random)}到{Whole(random)}{Pick(random, Units)}",
        2 => $"{Small[random.Next(10)]}分之{Small[random.Next(10)]}",
        3 => new string((char)('0' + random.Next(10)), random.Next(1, 60)),
        4 => $"{random.Next(1, 100)}.{random.Next(0, 100000)}{Pick(random, Units)}",
        5 => "1e9",
        6 => "0x1F4",
        7 => $"{random.Next(1000, 9999)}-{random.Next(100, 999)}",
        _ => Pick(random, Bounds) + Whole(random) + Pick(random, Units) + Pick(random, Tails),
    };

    private static string Whole(Random random)
    {
        var digits = random.Next(8) == 0 ? random.Next(8, 25) : random.Next(1, 8);
        var number = new StringBuilder().Append((char)('1' + random.Next(9)));
        while (number.Length < digits) number.Append(random.Next(3) == 0 ? (char)('0' + random.Next(10)) : '0');
        var plain = number.ToString();
        return random.Next(8) switch
        {
            0 => Spelled(plain, Small, "十百千"),
            1 => Spelled(plain, Formal, "拾佰仟"),
            2 => new string([.. plain.Select(c => (char)(c - '0' + '０'))]),
            3 when plain.Length < 15 => long.Parse(plain, CultureInfo.InvariantCulture).ToString("#,##0", CultureInfo.InvariantCulture),
            4 => $"{plain}.{random.Next(0, 1000)}",
            _ => plain,
        };
    }

    private static string Spelled(string plain, string digits, string places)
    {
        if (plain.Length > 4) return string.Concat(plain.Take(4).Select(c => digits[c - '0']));
        var words = new StringBuilder();
        for (var i = 0; i < plain.Length; i++)
        {
            if (plain[i] == '0') continue;
            words.Append(digits[plain[i] - '0']);
            var place = plain.Length - i - 2;
            if (place >= 0) words.Append(places[place]);
        }

        return words.ToString();
    }

    private static string Day(Random random) => random.Next(5) switch
    {
        0 => $"{random.Next(2000, 2035)}年{random.Next(1, 14)}月{random.Next(1, 33)}日",
        1 => $"{random.Next(2000, 2035)}-{random.Next(1, 13):00}-{random.Next(1, 32):00}",
        2 => $"{random.Next(1, 13)}月{random.Next(1, 32)}号",
        3 => $"{random.Next(2000, 2035)}年底",
        _ => "二〇二二年十月一日",
    };

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];
}
