using System.Buffers;
using Bot.Conversations;
using Bot.Understanding.Marks;
using Bot.Understanding.Slots;
using Knowledge.Corpus;
using Knowledge.Index;
using Knowledge.Text;

namespace Bot.Understanding.Deciding;

/// <summary>What lies outside the documents for certain: another place's policy, another matter, a clause that does not exist.</summary>
internal sealed class ScopeReader(DocumentSet documents, Lexicon lexicon)
{
    private const int SubjectAt = 2;

    // 注册在广州, 深圳一家基金: the place says where somebody is from, not whose policy is asked for.
    private static readonly string[] FromThere = ["在", "从", "来自", "由", "到", "去", "往", "跑", "去了", "赴", "搬", "迁", "是", "原", "跟", "和"];
    private static readonly string[] SomebodyThere = ["一家", "的公司", "公司", "企业", "的企业", "的基金", "基金", "的投资", "资本", "创投", "的老板", "老板", "人", "那边的公司", "那边的基金", "那边的创投", "那边的风投", "那边的投资", "那边的资本", "那边的客户", "那边一家", "过来", "迁", "搬", "某", "总部", "分公司", "客户", "的客户", "订单", "市场", "注册", "的朋友", "大学", "的大学", "团队", "的团队", "投资"];

    private static readonly string[] Asks = ["呢", "有没有", "有", "的补", "的奖", "的政策", "的标准", "给", "补", "奖", "怎么", "那边呢", "那边", "这边", "的数字", "的客服", "县呢", "市呢", "省呢", "县有", "市有", "省有", "县的", "市的", "省的", "区的", "县给", "市给", "是怎么", "是多少", "也有"];

    // 我老表在龙南，他那边…: whose policy is asked for is where somebody else is.
    private static readonly SearchValues<string> Theirs = SearchValues.Create(
        ["他们县", "他们那", "他们市", "她们那", "他那", "她那", "他县", "人家那", "人家县", "那边的企业", "那边企业", "当地"], StringComparison.Ordinal);

    /// <summary>The place whose policy is asked for, in the user's words; null where it is none of those.</summary>
    internal string? Elsewhere(Message message, ConversationState state)
    {
        foreach (var mark in message.Marks)
        {
            if (mark.Meaning is not Meaning.Elsewhere place) continue;
            if (place.InProvince && SpeaksOfProvince(message, state)) continue;
            var theirs = message.Text.AsSpan().ContainsAny(Theirs) || IsReturnedTo(message, mark.End);
            if (!theirs && FigureContext.EndsWithAny(message.Text, mark.Start, FromThere) && !AsksThere(message.Text, mark.End)) continue;
            var end = mark.End;
            if (end < message.Text.Length && message.Text[end] is '县' or '市' or '省' or '区') end++;
            // 会昌县企业…奖多少: the one spoken of is from there, and nobody else is.
            var subject = mark.Start <= SubjectAt && end > mark.End && !message.Has(Cue.Self);
            if (!subject && !theirs && FigureContext.StartsWithAny(message.Text, end, SomebodyThere)) continue;
            var instead = FigureContext.EndsWithAny(message.Text, mark.Start, ["那", "那么", "换成", "改问"]);
            if (!instead && message.Text.Contains("寻乌", StringComparison.Ordinal) && !AsksThere(message.Text, end)) continue;
            return message.Words(new TextSpan(mark.Start, end - mark.Start));
        }

        return null;
    }

    // 亲戚公司在会昌，那边做软件…有奖吗: the next part of the sentence is about that place, and nobody speaks for himself.
    private static bool IsReturnedTo(Message message, int end)
    {
        if (message.Has(Cue.Self)) return false;
        var comma = message.Text.IndexOf(',', end);
        return comma >= 0 && FigureContext.StartsWithAny(message.Text, comma + 1, ["那边", "那里", "那儿", "当地"]);
    }

    /// <summary>Whether the message is about a matter that the documents do not touch.</summary>
    internal bool OtherMatter(Message message)
    {
        IReadOnlyList<Mention>? said = null;
        foreach (var mark in message.Marks)
        {
            // 怎么走 inside 流程怎么走 asks for no way to an office, 专利 inside 专利服务 for what a clause speaks of.
            if (mark.Meaning is Meaning.OtherMatter && !IsInsideCue(message, mark) && !IsInsideWord(said ??= lexicon.FindTerms(message.Text), mark)) return true;
        }

        return false;
    }

    private static bool IsAmountAt(Message message, int start)
    {
        foreach (var mark in message.Marks)
        {
            if (mark.Start == start && mark.Meaning is Meaning.Signals { Cue: Cue.Amount }) return true;
        }

        return false;
    }

    private static bool IsInsideCue(Message message, Mark mark)
    {
        foreach (var other in message.Marks)
        {
            // 用…的钱 says what is spent, and names 公积金 no less.
            if (other.Meaning is Meaning.Signals { Cue: not (Cue.Spend or Cue.HandIn or Cue.Covers) } && mark.Inside(other)) return true;
        }

        return false;
    }

    private static bool IsInsideWord(IReadOnlyList<Mention> words, Mark mark)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Span.Length > mark.Length && words[i].Span.Contains(new(mark.Start, mark.Length))) return true;
        }

        return false;
    }

    /// <summary>Whether how much is asked of such a matter itself: 租金多少钱, whatever award stands beside it.</summary>
    internal static bool AsksPrice(Message message)
    {
        foreach (var matter in message.Marks)
        {
            if (matter.Meaning is Meaning.OtherMatter && IsAmountAt(message, matter.End)) return true;
        }

        return false;
    }

    /// <summary>The clause that was named and is none, with the user's words; null where each named clause exists, or one does.</summary>
    internal static (string? Document, string Words)? NoSuchClause(Message message)
    {
        (string?, string)? absent = null;
        foreach (var reference in message.References)
        {
            if (reference.Clauses.Count > 0) return null;
            if (reference.Exists) continue;
            absent ??= (reference.Document, message.Words(reference.Span));
        }

        return absent;
    }

    private static bool AsksThere(string text, int end) => FigureContext.StartsWithAny(text, end, Asks);

    // A notice of the province reaches every place in it.
    private bool SpeaksOfProvince(Message message, ConversationState state)
    {
        foreach (var topic in message.Documents)
        {
            if (documents.FindDocument(topic.Name) is { } named) return IsProvincial(named);
        }

        return state.Document is { } id && documents.FindDocument(id) is { } last && IsProvincial(last);
    }

    private static bool IsProvincial(Document document) => document.Issuer.Contains('省', StringComparison.Ordinal);
}
