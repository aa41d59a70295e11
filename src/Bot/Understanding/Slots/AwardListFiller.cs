using Calculators.Money;
using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Understanding.Slots;

/// <summary>Reads several named amounts: 县里的工业政策能给30万，十一条能给50万.</summary>
internal static class AwardListFiller
{
    private const int LongestName = 24;
    private const string Breaks = ",。;:!?、\n";

    // A sum is no award of its own.
    private static readonly string[] Sums = ["加一起", "加起来", "一共", "合计", "总共", "共计", "总计", "相加", "那就是", "加在一起", "合起来", "合在一起", "凑起来", "凑一起", "总和", "归我们", "我就要", "我要", "就要", "要求给", "叠加", "累加", "加总", "总账", "都拿", "都能拿", "全拿", "全能拿", "合拿", "两头拿"];

    // 会计说能拿40万 is somebody's opinion; 工业政策说给30万 is a policy's amount.
    private static readonly string[] Opinions = ["说", "讲", "认为", "觉得", "以为", "估计", "告诉", "主张", "坚持"];

    // What an amount comes from, as people name it.
    private static readonly string[] Sources = ["政策", "条", "办法", "措施", "意见", "专项", "扶持", "奖", "补", "资金", "局", "委", "中心", "人才办", "厅"];

    // What leads from a policy's name to its amount.
    private static readonly string[] Links =
        ["只能给", "只给", "才给", "就给", "只有", "只", "能给到", "可以给", "能给", "能拿", "能奖", "能补", "算下来是", "算下来", "算出来是", "算出来", "这边是", "那边是", "这边给", "那边给", "这边", "那边", "给了", "给", "是", "有", "奖励", "奖", "补助", "补", "可拿", "可以拿", "拿", "核定", "批了", "批", "大概", "约", "的"];

    private static readonly string[] Leads = ["那要是", "那如果", "要是", "假如", "假设", "那么", "那", "同一个建设项目", "同一个项目", "同一个事项", "同一项目", "同一事项", "同一件事", "同一个", "而", "另外", "还有", "然后", "和", "跟", "按照", "按", "根据", "我们", "就是", "一个是", "如果"];

    /// <summary>The amounts that the message names, with what each is called.</summary>
    internal static List<NamedAmount> Read(Message message)
    {
        List<NamedAmount> awards = [];
        var previous = 0;
        foreach (var number in message.Numbers)
        {
            if (number.Kind is not (NumberKind.Money or NumberKind.Number) || !number.IsExact || (number.Kind == NumberKind.Number && number.Value < 1000m)) continue;
            if (KnownFacts.Convert(Amounts, number.Value) is not Yuan amount) continue;
            var name = Name(message, previous, number.Span.Start);
            previous = number.Span.End;
            if (name is null || (!Contains(name, Sources) && (Contains(name, Opinions) || IsSum(amount, awards)))) continue;
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

    private static bool Contains(string name, string[] words)
    {
        foreach (var word in words)
        {
            if (name.Contains(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static readonly MoneyInput Amounts = new("amount", "金额", "请问金额是多少？");

    // The words between the last break and the figure, less the verb. A corrected or summed figure has no name of its own.
    private static string? Name(Message message, int from, int to)
    {
        var text = message.Text;
        var start = Math.Max(from, to - LongestName);
        for (var i = to - 1; i >= start; i--)
        {
            if (Breaks.Contains(text[i], StringComparison.Ordinal) && i < to - 1)
            {
                start = i + 1;
                break;
            }
        }

        var name = text[start..to];
        if (Contains(name, Sums)) return null;

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

        return name.Length < 2 ? null : name;
    }
}
