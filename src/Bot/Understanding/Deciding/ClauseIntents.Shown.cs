using Bot.Conversations;
using Bot.Understanding.Marks;
using Knowledge.Citations;
using Knowledge.Text;

namespace Bot.Understanding.Deciding;

/// <content>What is asked of the clauses that were just shown.</content>
internal sealed partial class ClauseIntents
{
    // 税务局呢, after 县大数据中心负责哪些条款: the same of another.
    private static bool AskedWhich(Message message, ConversationState state) =>
        message.Text.EndsWith('呢') && ClauseSelector.IsElliptical(message) && state.LastQuery is { } last && (last.Contains("负责", StringComparison.Ordinal) || last.Contains("哪些条", StringComparison.Ordinal) || last.Contains("哪几条", StringComparison.Ordinal));

    // 六个方向都列出来, after the clause that has six parts.
    private List<ClauseId>? PartsShown(Message message, ConversationState state)
    {
        if (state.LastClauses.Count == 0 || !ClauseSelector.IsElliptical(message) || !(message.Has(Cue.Summary) || message.Text.Contains('列', StringComparison.Ordinal))) return null;
        foreach (var last in state.LastClauses)
        {
            var whole = documents.Find(last) is { Parent: { } parent } ? parent : last;
            List<ClauseId> parts = [.. documents.Clauses.Where(c => c.Parent == whole).Select(c => c.Id)];
            if (parts.Count > 1 && message.Numbers.Any(n => n.Kind == NumberKind.Count && n.Value == parts.Count)) return parts;
        }

        return null;
    }

    // 五条一起总结一下, after five clauses were shown.
    private static bool CountsShown(Message message, ConversationState state)
    {
        if (state.LastClauses.Count < 2) return false;
        foreach (var number in message.Numbers)
        {
            if (number.Kind == NumberKind.Count && number.Unit is "条" or "点" or "项" or "款" && number.Value == state.LastClauses.Count) return true;
        }

        return false;
    }
}
