using System.Globalization;
using Bot.Answering;
using Bot.Api;

namespace Bot.Tests.Dialogues;

/// <summary>Conversations that an officer can read and correct: Scripts/*.md.</summary>
public sealed class ScriptTests
{
    public static TheoryData<string, string> Conversations
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var file in Script.Files)
            {
                foreach (var title in Script.Read(file).Select(t => t.Conversation).Distinct()) data.Add(Path.GetFileNameWithoutExtension(file), title);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Conversations))]
    public void A_conversation_goes_as_its_script_says(string file, string title)
    {
        var talk = new Talk();
        foreach (var turn in Script.Read(Script.Files.First(f => Path.GetFileNameWithoutExtension(f) == file)).Where(t => t.Conversation == title))
        {
            var result = talk.Say(turn.Text, turn.AsOf);
            string[] missed =
            [
                .. turn.Expected.Where(e => !Holds(result.Answer, e.Name, e.Value)).Select(e => $"{e.Name}={e.Value}"),
                .. result.Fault is { } fault ? [fault] : Array.Empty<string>(),
            ];
            Assert.True(missed.Length == 0, $"{file}.md:{turn.Line} {turn.Text}\nmissed: {string.Join(' ', missed)}\ngot: {Describe(result.Answer)}\n{result.Answer.Text}");
        }
    }

    private static bool Holds(Answer answer, string name, string value) => name switch
    {
        "kind" => AnswerJson.Name(answer.Kind) == value,
        "amount" => Amounts(answer) == value,
        "eligible" => string.Join(',', answer.Awards.Select(a => a.Award.Eligible ? "yes" : "no")) == value,
        "awards" => string.Join(',', answer.Awards.Select(a => a.Award.Calculator)) == value,
        // The first one named stands first; the others stand anywhere.
        "clauses" => Clauses(answer) is { Length: > 0 } cited && value.Split(',') is var wanted && cited[0] == wanted[0] && wanted.All(cited.Contains),
        "citations" => answer.Citations.Count.ToString(CultureInfo.InvariantCulture) == value,
        "missing" => string.Join(',', answer.Missing) == value,
        "suggests" => answer.Suggestions.Contains(value),
        "validity" => answer.Validity?.Status == value,
        "says" => answer.Text.Contains(value, StringComparison.Ordinal),
        "not" => !answer.Text.Contains(value, StringComparison.Ordinal),
        "quotes" => answer.Citations.Any(c => c.Quote.Contains(value, StringComparison.Ordinal)),
        _ => throw new FormatException($"'{name}' is nothing that an answer has."),
    };

    private static string[] Clauses(Answer answer) => [.. answer.Citations.Select(c => c.Clause.ToString()).Distinct()];

    private static string Amounts(Answer answer) => string.Join(',', answer.Awards.Select(a => a.Award.Amount.Amount.ToString("0.##", CultureInfo.InvariantCulture)));

    private static string Describe(Answer answer) =>
        $"kind={AnswerJson.Name(answer.Kind)} amount={Amounts(answer)} clauses={string.Join(',', Clauses(answer))} missing={string.Join(',', answer.Missing)} suggests={string.Join('|', answer.Suggestions)}";
}
