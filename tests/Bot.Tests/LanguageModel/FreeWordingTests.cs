using System.Text.Json;
using Bot.Evaluation;
using Bot.Tests.LanguageModel.Support;
using Bot.Tests.Support;
using Calculators.Rules;
using Knowledge.Text;

namespace Bot.Tests.LanguageModel;

/// <summary>With a model that knows the right answer the assistant is no worse in anything, and better where people speak freely.</summary>
public sealed class FreeWordingTests(ModelStandIn model) : IClassFixture<ModelStandIn>
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    [Theory]
    [InlineData("dev-questions")]
    [InlineData("own-questions")]
    [InlineData("own-negatives")]
    public async Task A_good_model_leaves_no_score_of_a_question_file_worse(string name)
    {
        using var aided = new Aided(model);
        var questions = EvaluationQuestion.ReadFile(Path.Combine(AppContext.BaseDirectory, "Fixtures", "eval", name + ".jsonl"));
        var evaluator = new Evaluator(Aided.Dialogue, Today);
        var byText = questions.GroupBy(q => q.Turns[^1]).ToDictionary(g => g.Key, g => g.First());
        model.Next = Script.By(question => Good(question, byText));
        var without = new Scores(evaluator.Run(questions)).Named;
        var results = await evaluator.RunAsync(questions, aided.Aid, CancellationToken.None);
        var with = new Scores(results).Named;
        foreach (var ((score, before), (_, after)) in without.Zip(with))
        {
            var isCount = score is "amount_wrong" or "refuse_with_figure" or "withheld";
            Assert.True(isCount ? after <= before : after >= before, $"{name} {score}: {before} without, {after} with");
        }

        var noted = results.Select(r => r.Answer.Model).OfType<Bot.Answering.ModelNote>().ToList();
        Measured.Note($"model_asked_{name}", noted.Count);
        Measured.Note($"model_used_{name}", noted.Count(n => n.Outcome == "used"));
        if (name == "dev-questions") Assert.Contains(noted, n => n is { Prompt: "phrase-summary", Outcome: "used" });
    }

    [Theory]
    [InlineData("我们厂子生意过了亿，有赏钱不？", "core-industry-revenue", """{"annualRevenue":100000000}""", "annualRevenue,category")]
    [InlineData("外头老板给咱厂子塞了500万换股份，县里表示一下不？", "equity-investment", """{"fundsReceived":5000000}""", "localCoreIndustry,marketFund")]
    [InlineData("咱单位接了1500万的活，都干完了，服务了12家本地厂，有说法没有", "manufacturing-internet-service", """{"localEnterprisesServed":12,"executedContractAmount":15000000}""", "")]
    public async Task What_was_declined_without_a_model_is_understood_with_one(string text, string calculator, string arguments, string missing)
    {
        using var aided = new Aided(model);
        Assert.Equal(Bot.Answering.AnswerKind.Refuse, Aided.Plain(text).Answer.Kind);
        var result = await aided.AskAsync(text, Script.Call(calculator.Replace('-', '_'), arguments));
        Assert.Equal("used", result.Answer.Model!.Outcome);
        Assert.Equal(calculator, result.State.Calculator);
        Assert.Equal(missing, string.Join(',', result.Answer.Missing.Order(StringComparer.Ordinal)));
        if (missing.Length == 0) Assert.Equal(300000m, result.Answer.Awards[0].Award.Amount.Amount);
    }

    // Answers as the labels have it: the right tool with the figures that stand in the text, the quotes joined by a word.
    private static Script Good(JsonElement question, Dictionary<string, EvaluationQuestion> byText)
    {
        var sent = ModelStandIn.UserText(question);
        if (sent.StartsWith("{quote:1}", StringComparison.Ordinal))
        {
            var quotes = sent.Split('\n').Count(l => l.StartsWith("{quote:", StringComparison.Ordinal));
            return Script.Say("要点：" + string.Join("；此外，", Enumerable.Range(1, quotes).Select(i => $"{{quote:{i}}}")) + "。");
        }

        var text = sent[(sent.LastIndexOf("用户的消息：\n", StringComparison.Ordinal) + "用户的消息：\n".Length)..];
        if (byText.FirstOrDefault(q => Normaliser.Normalise(q.Key).Text == text || q.Key == text).Value is not { } labelled) return Script.Nothing;
        if (labelled.Kind is "award" or "clarify" && Dialogues.Talk.Composition.Catalogue.Calculators.FirstOrDefault(c => labelled.Tags.Contains(c.Name)) is { } calculator)
            return Script.Call(calculator.Name.Replace('-', '_'), Arguments(calculator, text));
        return labelled.Kind == "clause" && Dialogues.Talk.Composition.Documents.Find(Knowledge.Citations.ClauseId.Parse(labelled.Clauses[0])) is { } clause
            ? Script.Call("search_clauses", JsonSerializer.Serialize(new { q = clause.Heading[..Math.Min(clause.Heading.Length, 40)] }))
            : Script.Nothing;
    }

    private static string Arguments(Calculator calculator, string text)
    {
        var money = NumberReader.Read(text).Where(n => n.Kind == NumberKind.Money).Select(n => n.Value).ToList();
        var input = calculator.Inputs.FirstOrDefault(i => i is MoneyInput { Required: true });
        return input is null || money.Count != 1 ? "{}" : $$"""{"{{input.Name}}":{{money[0].ToString(System.Globalization.CultureInfo.InvariantCulture)}}}""";
    }
}
