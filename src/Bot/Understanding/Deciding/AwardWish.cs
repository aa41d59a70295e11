using Bot.Understanding.Marks;
using Bot.Understanding.Topics;
using Calculators.Rules;

namespace Bot.Understanding.Deciding;

/// <summary>Whether a message wants an award reckoned, rather than a clause read.</summary>
internal static class AwardWish
{
    private const int LongestThatLeans = 40;

    internal static bool IsMeant(Message message, Topic? topic, AwardCase told, Calculator? active)
    {
        // How many places is how much where an award is named that gives some; beside another it may be any count.
        var amount = message.Has(Cue.Amount) || (message.Has(Cue.HowMany) && (GivesPlaces(topic) || (topic is null && GivesPlaces(active))));
        var verdict = message.Has(Cue.Eligibility);
        var meant = topic is not null && (topic.Named || topic.Score >= AwardTopics.Strong);
        if (message.Has(Cue.Compare) && !message.Has(Cue.Self) && !told.Tells) return false;
        if (message.Has(Cue.Rule) && !amount && !verdict) return false;
        // 国家级开发区最多多少, 服务了8家能奖多少: little is said, and it decides.
        if (amount && topic is { Named: false } && (told.IsComplete || (told.HasFacts && (message.Has(Cue.Self) || message.Text.Contains(AwardCase.Done) || told.IsKnown)))) return true;
        if (meant && active != told.Calculator && AwardTopics.IsOwnWish(message)) return true;
        if (meant && (amount || (verdict && (told.Calculator.JudgesEligibility || told.Tells)))) return true;
        // 那如果拿到风投，认定到位500万呢: another award, in the course of the talk.
        if (meant && told.Tells && active is not null && message.Has(Cue.Back) && !message.Text.Contains("还是", StringComparison.Ordinal)) return true;
        if (told.Calculator == active)
        {
            // A figure, a correction or a reply in the midst of an award's talk.
            if (told.Tells && !message.Has(Cue.Original) && !message.Has(Cue.Validity)) return true;
            // 现在补报行不行 asks how, not how much.
            return (amount || (verdict && !message.Has(Cue.Procedure))) && LeansOnTalk(message, topic is not null);
        }

        // Facts without a question: 我是做信创的，去年营收5230万.
        return meant && told.Tells && topic!.Score >= AwardTopics.Strong && !message.Has(Cue.Question) && !message.Has(Cue.HowOften);
    }

    /// <summary>Whether an award is named that gives places.</summary>
    internal static bool GivesPlaces(Topic? topic) => topic is { Named: true } && GivesPlaces(topic.Calculator);

    private static bool GivesPlaces(Calculator? calculator) => calculator is { GivesMoney: false, JudgesEligibility: false };

    /// <summary>Whether a message is so short, and so free of other matters, that it can only mean what is talked about.</summary>
    internal static bool LeansOnTalk(Message message, bool hasTopic) =>
        message.Text.Length <= LongestThatLeans && (hasTopic || message.References.IsEmpty) && !message.Marks.Any(m => m.Meaning is Meaning.OtherMatter or Meaning.Elsewhere);
}
