using System.Buffers;
using Knowledge.Text;

namespace Bot.Understanding.Deciding;

/// <summary>Whether the figures of a message are those of several projects: 三个项目分别投了800万、1200万、300万; 一个400万，另一个600万.</summary>
internal static class ProjectLists
{
    // What one project is made of, or what its figure was and became.
    private static readonly SearchValues<string> OneProject = SearchValues.Create(
        ["其中", "设备", "土建", "土地", "装修", "软件", "硬件", "一期", "二期", "原来", "改成", "变成", "涨到", "预算", "计划", "估算", "合计", "加起来", "总投资"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Each = SearchValues.Create(["分别", "另一个", "另外一个", "还有一个", "第二个", "各投"], StringComparison.Ordinal);

    internal static bool Tells(Message message, NumberReading[] figures)
    {
        if (message.Text.AsSpan().ContainsAny(OneProject) || message.Has(Marks.Cue.Correction)) return false;
        return message.Text.AsSpan().ContainsAny(Each) || IsCounted(message, figures.Length) || Ones(message) == figures.Length;
    }

    // 两个5G网络项目.
    private static bool IsCounted(Message message, int figures)
    {
        foreach (var number in message.Numbers)
        {
            if (number.Kind == NumberKind.Count && number.Unit is "个" or "座" or "处" && number.Value == figures) return true;
        }

        return false;
    }

    // 一个400万，一个600万.
    private static int Ones(Message message)
    {
        var ones = 0;
        foreach (var number in message.Numbers)
        {
            if (number.Kind == NumberKind.Count && number.Unit is "个" or "座" or "处" && number.Value == 1m) ones++;
        }

        return ones;
    }
}
