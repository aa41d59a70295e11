using System.Buffers;
using Bot.Conversations;
using Bot.Understanding.Marks;
using Bot.Understanding.Slots;
using Bot.Understanding.Topics;
using Calculators.Rules;
using Knowledge.Citations;
using Knowledge.Corpus;

namespace Bot.Understanding.Deciding;

/// <summary>
/// Questions about the answer just given that name no matter of their own: 为什么只有100万, 钱是谁出, 每年都能拿吗, 2026年还能申请吗.
/// Null where a message is none of them.
/// </summary>
internal sealed partial class FollowUps(DocumentSet documents, AwardIntents awards)
{
    private const int Longest = 24;

    // In the midst of another matter only words as plain as 其他奖励还能 are heard.
    private const int ClearWords = 6;

    private const int LongestWhich = 10;

    // 那封顶多少, after the clause that gives the award.
    private static readonly SearchValues<string> Ceilings = SearchValues.Create(["封顶", "上限", "最高多少", "最多多少", "最高给多少", "最多给多少", "最高能给", "最多能给"], StringComparison.Ordinal);

    // 总共呢, after the awards of several projects.
    private static readonly SearchValues<string> Totals = SearchValues.Create(["总共", "一共", "合计", "加起来", "加一起", "总的"], StringComparison.Ordinal);

    // 依据是哪一条.
    private static readonly SearchValues<string> Which = SearchValues.Create(["哪条写", "哪一条写", "是哪一条", "是哪条", "依据是哪", "依据哪", "写在哪", "出自哪", "第几条", "哪一条规定", "哪条规定"], StringComparison.Ordinal);

    // Who pays is a treasury: 由县财政, 两级财政. The bureau of that name is only in charge.
    private const string Treasury = "财政";
    private const string Bureau = "财政局";

    /// <summary>What is asked of the answer; null where the message asks nothing of it.</summary>
    /// <param name="message">What is said.</param>
    /// <param name="state">What was said before.</param>
    /// <param name="topics">The awards that the message speaks of.</param>
    /// <param name="active">The award that was last talked about, if any.</param>
    internal Understood? Read(Message message, ConversationState state, List<Topic> topics, Calculator? active)
    {
        if (Recap(message, state, topics, active) is { } recap) return recap;
        if ((message.Has(Cue.Summary) && !message.Has(Cue.Explain)) || message.Has(Cue.Original)) return null;
        // 第五条跟第四条能不能一起拿 asks of neither alone.
        if (message.References.Length == 1) return null;
        if (OpenPoint(message, state, topics, active) is { } point) return Clause(message, state, point);
        if (!message.References.IsEmpty) return null;
        if (state.LastClauses.Count > 0 && RepeatsFigure(message, state) && !(active is not null && IsTalkedOf(state, active.Clause) && Says(message, active))) return Keep(state, new Intent.Clauses([state.LastClauses[0]], message.Text, false, []));
        if (state.LastClauses.Count == 0 || message.Text.Length > Longest || NamesAnother(topics, active)) return null;
        if (Confirms(message, state, active) is { } award) return award;
        if (active is not null && state.LastKind == Answering.AnswerKind.Award && message.Text.Length <= LongestWhich && (SaysTheSame(message, state, active) || (message.Numbers.IsEmpty && message.Text.AsSpan().ContainsAny(Totals))) && awards.Again(state, active) is { Count: > 0 } all)
            return new Understood(new Intent.Awards(all, []), state.Known, active);
        if (message.Has(Cue.Payout)) return Payout(message, state, active);
        // What the clause says of it, if anything, it says where it gives the award: 一次性, 给予项目投资方.
        if ((message.Has(Cue.HowOften) || message.Has(Cue.Payee)) && (active is not null && IsTalkedOf(state, active.Clause) ? active : awards.OnlyOf(state.LastClauses[0])) is { } given && !NamesNewFigure(message, given))
            return Keep(state, new Intent.Clauses([ClauseId.Parse(given.Clause)], given.Rule.Text, false, []));
        if (message.Has(Cue.Payer) && !message.Has(Cue.Amount)) return Payer(state, active);
        if (state.LastKind == Answering.AnswerKind.Clause && message.Text.AsSpan().ContainsAny(Ceilings) && (awards.OnlyOf(state.LastClauses[0]) is { JudgesEligibility: false } here ? here : awards.OnlyAmountOf(state.LastClauses[0].Document)) is { } capped && !AwardCase.Read(message, capped, state.Known, null).IsKnown)
            return Keep(state, new Intent.Clauses([ClauseId.Parse(capped.Clause)], capped.Rule.Text, false, ClaimReader.Read(message)));
        if (message.Text.Length <= LongestWhich && message.Text.AsSpan().ContainsAny(Which)) return Keep(state, new Intent.Clauses([state.LastClauses[0]], state.LastQuery ?? message.Text, false, []));
        return AsksYear(message) && documents.FindDocument(state.LastClauses[0].Document) is { } document
            ? Keep(state, new Intent.Validity(document.Id, [.. document.Windows.Select(w => w.Clause).Distinct()]))
            : null;
    }

    // 总结一下 right behind an award, 简单说说我能拿多少和依据, 把结果归纳一下: what was reckoned, not what the clause is about.
    private Understood? Recap(Message message, ConversationState state, List<Topic> topics, Calculator? active)
    {
        if (!message.Has(Cue.Summary) || message.Has(Cue.Original) || message.Has(Cue.ThisClause) || message.Text.Length > Longest || !message.References.IsEmpty) return null;
        if (active is null || !IsTalkedOf(state, active.Clause) || NamesAnother(topics, active) || TellsOf(message, active)) return null;
        var ofWhole = message.Has(Cue.Overview) || message.Has(Cue.Each) || message.Has(Cue.Document);
        var ofAward = message.Has(Cue.Recap) || (!ofWhole && (message.Has(Cue.Amount) || message.Has(Cue.Gain)));
        if (!ofAward && !(state.LastKind == Answering.AnswerKind.Award && IsBare(message))) return null;
        return awards.Again(state, active) is { Count: > 0 } decided ? new Understood(new Intent.AwardSummary(decided), state.Known, active) : null;
    }

    // 总结一下吧: a wish for the gist and nothing that it could be of.
    private static bool IsBare(Message message)
    {
        const string light = "一两三几下吧呢啊嘛了吗给我请帮再把来个成句话点";
        for (var i = 0; i < message.Text.Length; i++)
        {
            if (!char.IsLetterOrDigit(message.Text[i]) || light.Contains(message.Text[i], StringComparison.Ordinal)) continue;
            if (!message.Marks.Any(m => m.Meaning is Meaning.Signals { Cue: Cue.Summary or Cue.Recap or Cue.Filler or Cue.Self } && i >= m.Start && i < m.Start + m.Length)) return false;
        }

        return true;
    }

    private static bool IsTalkedOf(ConversationState state, string clause)
    {
        foreach (var last in state.LastClauses)
        {
            if (last.Is(clause)) return true;
        }

        return false;
    }

    private static Understood Keep(ConversationState state, Intent intent) => new(intent, state.Known, null);

    private static Understood Clause(Message message, ConversationState state, Meaning.AsksOpenPoint asked) =>
        new(new Intent.Clauses([Id(asked.Point)], asked.Point.Quote.Text, false, message.Text.Contains('加', StringComparison.Ordinal) ? [] : ClaimReader.Read(message)) { OpenPoints = [asked] }, state.Known, asked.Calculator);

    private static ClauseId Id(OpenPoint point) => ClauseId.Parse(point.Quote.Clause);

    // What is asked of the award talked about; else of the clause; else of the only award that leaves this open.
    private static Meaning.AsksOpenPoint? OpenPoint(Message message, ConversationState state, List<Topic> topics, Calculator? active)
    {
        if (!message.Has(Cue.Question) && !message.Text.Contains("还是", StringComparison.Ordinal)) return null;
        Meaning.AsksOpenPoint? ofTalk = null, ofClause = null, any = null;
        var (several, clear) = (false, false);
        foreach (var mark in message.Marks)
        {
            if (mark.Meaning is not Meaning.AsksOpenPoint asks) continue;
            clear |= mark.Length >= ClearWords;
            if (asks.Calculator == active) ofTalk ??= asks;
            else if (IsTalkedOf(state, asks.Point.Quote.Clause)) ofClause ??= asks;
            several |= any is not null && any.Calculator != asks.Calculator;
            any ??= asks;
        }

        var meant = ofTalk ?? ofClause ?? (several || (state.LastClauses.Count > 0 && topics.Count == 0 && !clear) ? null : any);
        // With figures it is a case, and the award says beside its figure what is open.
        if (meant is null || (meant != ofTalk && SpeaksOfAnother(topics, meant.Calculator))) return null;
        return !AwardCase.Read(message, meant.Calculator, KnownFacts.None, null).HasFigure ? meant : null;
    }

    private Understood? Payout(Message message, ConversationState state, Calculator? active)
    {
        if (active is { Payout: { } stated } && IsTalkedOf(state, active.Clause))
            return Keep(state, new Intent.Clauses([ClauseId.Parse(stated.Clause)], stated.Text, false, []));
        return documents.FindDocument(state.LastClauses[0].Document) is { Payout.Count: > 0 } document ? Keep(state, new Intent.Clauses(document.Payout, message.Text, false, [])) : null;
    }

    // 三个县呢, after 两个县联合: a joint application as before.
    private static bool SaysTheSame(Message message, ConversationState state, Calculator active) =>
        message.Text.EndsWith('呢') && message.Marks.Any(m => m.Meaning is Meaning.Chooses chooses && chooses.Calculator == active) && !AwardCase.Read(message, active, state.Known, null).Tells;

    // The sentence that gives the award, since it names the payer where the clause does.
    private Understood? Payer(ConversationState state, Calculator? active)
    {
        if (documents.Find(state.LastClauses[0]) is not { } clause) return null;
        active = active is not null && clause.Id.Is(active.Clause) ? active : awards.OnlyOf(clause.Id);
        var rule = active?.Rule.Text ?? clause.Text;
        var named = rule.Replace(Bureau, "", StringComparison.Ordinal).Contains(Treasury, StringComparison.Ordinal);
        return Keep(state, new Intent.Clauses([clause.Id], named ? $"{rule}{Treasury}" : rule, false, []) { LeavesPayerOpen = !named });
    }

    // 百强奖励是每年给还是一次: 每年 is asked of the list's reward, whatever else leaves it open.
    private static bool SpeaksOfAnother(List<Topic> topics, Calculator calculator) => topics.Count > 0 && topics[0].Calculator != calculator && topics[0].Score >= CalculatorRanking.Least;

    private static bool NamesAnother(List<Topic> topics, Calculator? active) => topics.Count > 0 && topics[0].Named && topics[0].Calculator != active;

    // What tells something new of the award is no doubt of it.
    private static bool TellsOf(Message message, Calculator calculator) => message.Marks.Any(m => m.Meaning switch
    {
        Meaning.InputWord word => word.Calculator == calculator,
        Meaning.Chooses chooses => chooses.Calculator == calculator,
        Meaning.Says says => says.Calculator == calculator,
        _ => false,
    });

    // A year alone, beside 还能 or 能不能: whether the document still applies then.
    private static bool AsksYear(Message message) =>
        !message.Has(Cue.Amount) && (message.Has(Cue.Eligibility) || message.Has(Cue.Validity)) && message.Dates.Any(d => d.Day is null);
}
