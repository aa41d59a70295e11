using System.Buffers;
using Calculators.Money;
using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Slots;

/// <summary>Reads several named amounts: 县里的工业政策能给30万，十一条能给50万.</summary>
internal static class AwardListFiller
{
    private const int LongestName = 24;
    private static readonly SearchValues<char> Breaks = SearchValues.Create(",。;:!?、\n");

    // A sum is no award of its own.
    private static readonly string[] Sums = ["加一起", "加起来", "一共", "合计", "总共", "共计", "总计", "相加", "那就是", "加在一起", "合起来", "合在一起", "凑起来", "凑一起", "总和", "归我们", "我就要", "我要", "就要", "要求给", "叠加", "累加", "加总", "总账", "都拿", "都能拿", "全拿", "全能拿", "合拿", "两头拿"];

    // 会计说能拿40万 is somebody's opinion; 工业政策说给30万 is a policy's amount.
    private static readonly string[] Opinions = ["说", "讲", "认为", "觉得", "以为", "估计", "告诉", "主张", "坚持"];

    // What an amount comes from, as people name it.
    private static readonly string[] Sources = ["政策", "条", "办法", "措施", "意见", "专项", "扶持", "奖", "补", "资金", "局", "委", "中心", "人才办", "厅"];

    // What an enterprise has or spends is no award.
    private static readonly string[] OwnMoney = ["投资", "贷款", "营收", "收入", "产值", "注册资本", "合同", "成本", "造价", "租金", "房租", "工资", "税"];

    // What says that a policy's amount is another than was told.
    private static readonly string[] Corrections = ["改口", "更正", "纠正", "说错", "讲错", "搞错", "弄错", "记错", "报错", "算错", "变了", "改了", "复核", "核实", "查实", "核对", "重新算", "重算"];

    // Who gives what a policy gives.
    private static readonly string[] Givers = ["扶持政策", "支持政策", "奖励政策", "政策", "部门", "口子", "口", "局"];

    // What leads from a policy's name to its amount.
    private static readonly string[] Links =
        ["也给", "也能给", "也有", "还能给", "还给", "也", "只能给", "只给", "才给", "就给", "只有", "只", "能给到", "可以给", "能给", "能拿", "能奖", "能补", "算下来是", "算下来", "算出来是", "算出来", "这边是", "那边是", "这边给", "那边给", "这边", "那边", "给了", "给", "是", "有", "奖励", "奖", "补助", "补", "可拿", "可以拿", "拿", "核定", "批了", "批", "大概", "约", "的",
            "其实", "实际上", "实际", "应该", "刚", "刚才", "又", "后来", "最后", "现在", "最新", "改口", "改成", "改为", "变成", "那头", "那里", "那块", "那儿", "这头", "里面", "里头"];

    private static readonly string[] Leads = ["那要是", "那如果", "要是", "假如", "假设", "那么", "那", "同一个建设项目", "同一个项目", "同一个事项", "同一项目", "同一事项", "同一件事", "同一个", "而", "另外", "还有", "然后", "和", "跟", "按照", "按", "根据", "我们", "就是", "一个是", "如果"];

    /// <summary>The amounts that the message names, with what each is called.</summary>
    /// <param name="message">The message.</param>
    /// <param name="told">What was named before: only that can be taken back.</param>
    internal static List<NamedAmount> Read(Message message, IReadOnlyList<NamedAmount> told)
    {
        List<NamedAmount> awards = [];
        var previous = 0;
        foreach (var number in message.Numbers)
        {
            if (number.Kind is not (NumberKind.Money or NumberKind.Number) || !number.IsExact || (number.Kind == NumberKind.Number && number.Value < 1000m)) continue;
            if (KnownFacts.Convert(Amounts, number.Value) is not Yuan amount) continue;
            var name = Name(message, previous, number.Span.Start, told);
            previous = number.Span.End;
            if (name is null || (!FigureContext.ContainsAny(name, Sources) && (FigureContext.ContainsAny(name, Opinions) || FigureContext.ContainsAny(name, OwnMoney) || IsSum(amount, awards)))) continue;
            awards.Add(new NamedAmount(name, amount));
        }

        return awards;
    }

    // 15万, 20万, and then 35万 that no policy gives.
    private static bool IsSum(Yuan amount, List<NamedAmount> awards)
    {
        if (awards.Count < 2) return false;
        var sum = 0m;
        foreach (var award in awards) sum += award.Amount.Amount;
        return sum == amount.Amount;
    }

    /// <summary>Whether two names are of one policy: 县里工业政策, later only 工业政策, 工业局 or 工业那边.</summary>
    internal static bool IsSame(string one, string other) =>
        one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal) || (Core(one).Length > 1 && Core(one).SequenceEqual(Core(other)));

    // What the policy is of: 科技 of 县科技政策 and of 科技局说.
    private static ReadOnlySpan<char> Core(string name)
    {
        var core = name.AsSpan().TrimEnd("说讲的了");
        foreach (var word in Givers)
        {
            if (core.EndsWith(word, StringComparison.Ordinal)) core = core[..^word.Length];
        }

        return core.TrimStart("县里我们的");
    }

    private static readonly MoneyInput Amounts = new("amount", "金额", "请问金额是多少？");

    // The words between the last break and the figure, less the verb. A corrected or summed figure has no name of its own.
    private static string? Name(Message message, int from, int to, IReadOnlyList<NamedAmount> told)
    {
        var text = message.Text;
        var start = Math.Max(from, to - LongestName);
        for (var i = to - 1; i >= start; i--)
        {
            if (Breaks.Contains(text[i]) && i < to - 1)
            {
                start = i + 1;
                break;
            }
        }

        var name = text[start..to];
        if (FigureContext.ContainsAny(name, Sums)) return null;
        // 科技那边刚改口，说是给33万: what was taken back is named before the comma.
        if (start > from && text[start - 1] == ',' && Trimmed(name).Length < 2 && TakenBack(text.AsSpan(from, start - 1 - from), told) is { } whose) return whose;
        name = Trimmed(name);
        return name.Length < 2 ? null : name;
    }

    private static string? TakenBack(ReadOnlySpan<char> before, IReadOnlyList<NamedAmount> told)
    {
        if (before.LastIndexOfAny(Breaks) is >= 0 and var broken) before = before[(broken + 1)..];
        foreach (var word in Corrections)
        {
            if (before.IndexOf(word, StringComparison.Ordinal) is not (> 1 and var at)) continue;
            var name = Trimmed(before[..at].ToString());
            foreach (var amount in told)
            {
                if (IsSame(name, amount.Name)) return name;
            }
        }

        return null;
    }

    private static string Trimmed(string name)
    {
        for (var trimmed = true; trimmed;)
        {
            trimmed = false;
            name = name.Trim(' ', ',', '、', '"', '“', '”', '。', ':', '(', ')');
            foreach (var link in Links)
            {
                if (!name.EndsWith(link, StringComparison.Ordinal)) continue;
                (name, trimmed) = (name[..^link.Length], true);
                break;
            }

            foreach (var lead in Leads)
            {
                if (!name.StartsWith(lead, StringComparison.Ordinal)) continue;
                (name, trimmed) = (name[lead.Length..], true);
                break;
            }
        }

        return name;
    }
}
