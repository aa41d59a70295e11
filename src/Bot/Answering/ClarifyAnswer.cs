using Bot.Answering.Drafting;
using Bot.Understanding;
using Calculators.Rules;
using Knowledge.Citations;
using Knowledge.Corpus;

namespace Bot.Answering;

/// <summary>One question back: the first input that is missing, with what may be answered.</summary>
internal sealed class ClarifyAnswer(DocumentSet documents, CitationFactory citations)
{
    internal Reply Write(Intent.Clarify intent, DateOnly asOf)
    {
        var (calculator, asked) = (intent.Calculator, intent.Missing[0]);
        var draft = new Draft().Say("要核算").Declared(calculator, calculator.Title).Say("，");
        if (intent.Vague is { } vague)
        {
            draft.Say("还需要准确的").Declared(calculator, vague.Label).Say("：您说的「").Add(new Part.Echo(intent.VagueWords!)).Say("」没有给出确切数额，数额不同结果会不同。").Line();
        }
        else
        {
            draft.Say("还需要向您了解情况。").Line();
        }

        draft.Declared(calculator, asked.Question);
        if (intent.Vague is null && intent.Missing.Count > 1)
            draft.Line().Say("（之后还会问到：").List(intent.Missing.Skip(1).Select(i => new Part.Declared(calculator, i.Label))).Say("）");
        return new Reply(AnswerKind.Clarify, draft)
        {
            Missing = [.. intent.Missing.Select(i => i.Name)],
            Suggestions = Options(asked),
            Citations = [citations.Cite(ClauseId.Parse(calculator.Clause), Heading(ClauseId.Parse(calculator.Clause)), asOf)],
        };
    }

    // The clause is named by its heading alone: no amount is shown before it is known whether there is one.
    private string Heading(ClauseId id)
    {
        var clause = documents.Find(id)!;
        foreach (var sentence in ClauseReadings.Of(clause).Sentences)
        {
            if (!sentence.StatesFigure) return sentence.Text;
        }

        return clause.Text;
    }

    private static IReadOnlyList<string> Options(Input input) => input switch
    {
        ChoiceInput choice => [.. choice.Options.Select(o => o.Label)],
        YesNoInput yesNo => [yesNo.Answers.Yes, yesNo.Answers.No],
        _ => [],
    };
}
