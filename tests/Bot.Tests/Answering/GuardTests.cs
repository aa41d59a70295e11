using Bot.Answering;
using Bot.Answering.Drafting;
using Bot.Answering.Guarding;
using Bot.Answering.Wording;
using Bot.Conversations;
using Bot.Tests.Dialogues;
using Calculators.Awards;
using Calculators.Money;
using Calculators.Rules;
using Knowledge.Citations;

namespace Bot.Tests.Answering;

public sealed class GuardTests
{
    private static readonly DateOnly Day = new(2022, 10, 1);
    private static readonly ClauseId Third = new("xunwu-51", "3");
    private static readonly Guard Guard = new(Talk.Composition.Documents);
    private static readonly Calculator Service = Talk.Composition.Catalogue.Find("manufacturing-internet-service")!;
    private static readonly Award Award = Service.Calculate(Facts.None.With(Service.Inputs[0], 12).With(Service.Inputs[1], Yuan.Wan(1500)));
    private static readonly Award Other = Service.Calculate(Facts.None.With(Service.Inputs[0], 15).With(Service.Inputs[1], Yuan.Wan(2000)));
    private static readonly Turn Turn = new("test", null, "", "服务12家，合同1500万，听说能给80万", Day);

    private static readonly Dictionary<string, Action<Draft>> Forgeries = new()
    {
        ["a digit of our own"] = draft => draft.Say("另奖3家。"),
        ["a Chinese numeral of our own"] = draft => draft.Say("另奖三万元。"),
        ["a formal Chinese numeral of our own"] = draft => draft.Say("另奖叁万元。"),
        ["a numeral in full width"] = draft => draft.Say("另奖３万元。"),
        ["a share of our own"] = draft => draft.Say("按百分之三计算。"),
        ["a clause number of our own"] = draft => draft.Say("见第三条。"),
        ["digits behind a count"] = draft => draft.Add(new Part.Count(1)).Say("00万元"),
        ["a power of ten behind a count"] = draft => draft.Add(new Part.Count(1)).Say("万元"),
        ["an altered quote"] = draft => draft.Quote(Third, "按照合同实际执行金额的3%给予奖励"),
        ["a quote of another clause"] = draft => draft.Quote(new ClauseId("xunwu-51", "2"), "按照合同实际执行金额的2%给予奖励"),
        ["a quote of no clause"] = draft => draft.Quote(new ClauseId("xunwu-51", "99"), "2%"),
        ["an altered amount"] = draft => draft.Reckoned(Award, "31万元"),
        ["another award's amount"] = draft => draft.Reckoned(Award, Other.Amount.Chinese()),
        ["another award's step"] = draft => draft.Reckoned(Other, Other.Steps[0].Text),
        ["an altered step"] = draft => draft.Reckoned(Award, Award.Steps[0].Text.Replace("12", "13", StringComparison.Ordinal)),
        ["an altered declaration"] = draft => draft.Declared(Service, "制造业与互联网融合服务奖励80万元"),
        ["validity of another day than asked about"] = draft => draft.Add(Validity(new DateOnly(2022, 11, 1))),
        ["a day that bounds no window"] = draft => draft.Add(Validity(Day) with { Text = ValidityWording.Note(Talk.Composition.Documents.Documents[1], Day).Note.Replace("2023年12月31日", "2024年12月31日", StringComparison.Ordinal) }),
        ["a department that no document names"] = draft => draft.Add(new Part.Metadata("县科技局")),
        ["a telephone number"] = draft => draft.Add(new Part.Metadata("0797-1234567")),
        ["words that the user never said"] = draft => draft.Add(new Part.Echo("90万")),
        ["a clause under another name"] = draft => draft.Add(new Part.ClauseName(Third, "寻府办字〔2022〕51号 四、支持制造业与互联网的深度融合")),
        ["a count of nothing that is shown"] = draft => draft.Add(new Part.Count(7)),
    };

    public static TheoryData<string> ForgeryNames => [.. Forgeries.Keys];

    [Theory]
    [MemberData(nameof(ForgeryNames))]
    public void A_forgery_is_found(string name)
    {
        var draft = Honest();
        Assert.Null(Guard.Fault(draft, Answer(draft), Turn, []));
        Forgeries[name](draft);
        Assert.NotNull(Guard.Fault(draft, Answer(draft), Turn, []));
    }

    [Fact]
    public void What_the_user_said_may_be_said_again_in_this_turn_or_a_later_one()
    {
        var draft = Honest().Say("您提到的").Add(new Part.Echo("80万"));
        Assert.Null(Guard.Fault(draft, Answer(draft), Turn, []));
        Assert.NotNull(Guard.Fault(draft, Answer(draft), Turn with { Text = "服务12家" }, ["能给70万吗"]));
        Assert.Null(Guard.Fault(draft, Answer(draft), Turn with { Text = "服务12家" }, ["能给70万吗", "能给80万吗"]));
    }

    [Fact]
    public void A_ceiling_keeps_the_words_that_make_it_one()
    {
        var funding = Talk.Composition.Catalogue.Find("pilot-funding")!;
        var award = funding.Calculate(Facts.None.With(funding.Inputs[0], "county"));
        var (bare, bounded) = (new Draft().Reckoned(award, award.Amount.Chinese()), new Draft().Reckoned(award, AwardTexts.Amount(award)));
        Assert.NotNull(Guard.Fault(bare, Answer(bare) with { Awards = [Talk.Composition.Citations.Cite(award, funding, Day)] }, Turn, []));
        Assert.Null(Guard.Fault(bounded, Answer(bounded) with { Awards = [Talk.Composition.Citations.Cite(award, funding, Day)] }, Turn, []));
    }

    [Fact]
    public void A_citation_that_is_not_verbatim_is_found_though_the_text_is_honest()
    {
        var draft = Honest();
        var answer = Answer(draft);
        var forged = answer with { Citations = [answer.Citations[0] with { Quote = "最高不超过80万元" }] };
        Assert.NotNull(Guard.Fault(draft, forged, Turn, []));
    }

    private static Part.Validity Validity(DateOnly day) => new("xunwu-51", day, ValidityWording.Note(Talk.Composition.Documents.FindDocument("xunwu-51")!, day).Note);

    private static Draft Honest()
    {
        var draft = new Draft().Say("按您提供的情况，").Declared(Service, Service.Title).Say("为").Reckoned(Award, Award.Amount.Chinese()).Say("。").Line();
        foreach (var step in Award.Steps) draft.Say("· ").Reckoned(Award, step.Text).Line();
        return draft.Add(new Part.ClauseName(Third, Talk.Composition.Documents.Find(Third)!.Heading)).Quote(Third, "最高不超过50万元").Line()
            .Add(Validity(Day)).Add(new Part.Metadata("县工信局")).Say("共").Add(new Part.Count(1)).Say("条。");
    }

    private static Answer Answer(Draft draft) => new("a", "c", AnswerKind.Award, draft.ToString())
    {
        Awards = [Talk.Composition.Citations.Cite(Award, Service, Day)],
        Citations = [Talk.Composition.Citations.Cite(Third, "最高不超过50万元", Day)],
    };
}
