using System.Buffers;
using System.Collections.Frozen;
using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Privacy;

/// <summary>What the words around a number make of it.</summary>
internal enum Said
{
    /// <summary>They do not tell.</summary>
    Nothing,

    /// <summary>Somebody's number.</summary>
    Personal,

    /// <summary>An amount.</summary>
    Amount,
}

/// <summary>Tells from the words beside a number whose it is. The words for amounts are those that the calculators declare.</summary>
internal sealed class Surroundings
{
    private const int Reach = 16, Behind = 8, LongestLink = 4;
    private const string Breaks = ",，。;；!！?？、\n";
    private const string Links = ":：是为号码 =";

    private static readonly string[] People =
    [
        "人", "先生", "女士", "小姐", "经理", "主任", "老师", "同志", "师傅", "电话", "手机", "号码", "手机号", "手机号码", "联系", "联系方式", "致电", "拨打", "打给", "来电", "回电", "座机", "传真",
        "微信", "微信号", "热线", "tel", "phone", "mobile", "cell", "call", "qq", "vx", "wx", "身份证", "身份证号", "证件", "证件号", "卡号", "银行卡", "账号", "帐号", "账户", "帐户",
    ];

    private static readonly string[] Amounts =
        ["金额", "资金", "投资", "投资额", "合同", "合同额", "款", "费用", "产值", "利润", "资本", "资产", "市值", "估值", "税", "收入", "营收", "销售", "预算", "总额", "合计", "总共", "一共", "共计", "大约", "超过", "达到"];

    private static readonly FrozenSet<string> Phones =
        FrozenSet.Create(StringComparer.Ordinal, "电话", "电话号", "手机号", "座机", "传真", "联系方式", "tel", "phone", "mobile", "qq", "号码");

    private static readonly FrozenSet<string> Accounts = FrozenSet.Create(StringComparer.Ordinal, "卡号", "银行卡", "账号", "帐号", "账户", "帐户");
    private static readonly FrozenSet<string> Identities = FrozenSet.Create(StringComparer.Ordinal, "身份证", "身份证号", "证件", "证件号");
    private readonly FrozenDictionary<string, Said> words;
    private readonly SearchValues<char> firsts, lasts;
    private readonly int longest;

    internal Surroundings(IEnumerable<Calculator> calculators)
    {
        var all = Amounts.Concat(calculators.SelectMany(c => c.Inputs).SelectMany(Words)).Where(w => w.Length > 1).Distinct().ToDictionary(w => w, _ => Said.Amount, StringComparer.Ordinal);
        foreach (var word in People) all[word] = Said.Personal;
        words = all.ToFrozenDictionary(StringComparer.Ordinal);
        longest = words.Keys.Max(w => w.Length);
        firsts = SearchValues.Create([.. words.Keys.Select(w => w[0]).Distinct()]);
        lasts = SearchValues.Create([.. words.Keys.Select(w => w[^1]).Distinct()]);
    }

    /// <summary>Which word stands closest before the number in its sentence, else behind it.</summary>
    internal Said Of(string text, TextSpan number)
    {
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var end = number.Start; end > Math.Max(0, number.Start - Reach) && !IsBreak(text[end - 1]); end--)
        {
            if (!lasts.Contains(text[end - 1])) continue;
            for (var length = Math.Min(longest, end); length > 0; length--)
            {
                if (lookup.TryGetValue(text.AsSpan(end - length, length), out var said)) return said;
            }
        }

        for (var start = number.End; start < Math.Min(text.Length, number.End + Behind) && !IsBreak(text[start]); start++)
        {
            if (!firsts.Contains(text[start])) continue;
            for (var length = Math.Min(longest, text.Length - start); length > 0; length--)
            {
                if (lookup.TryGetValue(text.AsSpan(start, length), out var said)) return said;
            }
        }

        return Said.Nothing;
    }

    /// <summary>Whether a number that looks like nothing is called somebody's by the very words before it: 座机2831234.</summary>
    internal static bool IsCalledPersonal(string text, TextSpan number, int digits) =>
        (digits is >= 7 and <= 13 && IsBefore(Phones, text, number.Start))
        || (digits is >= 8 and <= 30 && IsBefore(Accounts, text, number.Start))
        || (digits is >= 15 and <= Identity.Length && IsBefore(Identities, text, number.Start));

    /// <summary>Whether the number stands alone and no other word tells what it is, so that a word before it is its name: 电话13800138000.</summary>
    internal static bool IsNamed(string text, TextSpan number) =>
        IsBefore(Phones, text, number.Start) || IsBefore(Accounts, text, number.Start) || IsBefore(Identities, text, number.Start);

    private static bool IsBefore(FrozenSet<string> names, string text, int start)
    {
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var end = start; end > 0 && start - end <= LongestLink; end--)
        {
            for (var length = Math.Min(6, end); length > 1; length--)
            {
                if (lookup.Contains(text.AsSpan(end - length, length))) return true;
            }

            if (!Links.Contains(text[end - 1], StringComparison.Ordinal)) return false;
        }

        return false;
    }

    private static bool IsBreak(char c) => Breaks.Contains(c, StringComparison.Ordinal);

    private static IEnumerable<string> Words(Input input) => input switch
    {
        MoneyInput money => [money.Label, .. money.Words, .. money.NotWords, .. money.WordsBeforeLater],
        CountInput count => [count.Label, .. count.Words, .. count.NotWords],
        _ => [],
    };
}
