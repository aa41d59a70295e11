using Bot.Evaluation;
using Bot.Hosting;
using Bot.Summaries;
using Bot.Summaries.Content;
using Bot.Summaries.Formats;
using Bot.Summaries.Verifying;
using Microsoft.Extensions.Configuration;

namespace Bot.Tests.Summaries;

/// <summary>Summaries as the shipped program makes them.</summary>
internal static class Made
{
    internal static readonly DateOnly Today = new(2022, 10, 1);

    internal static readonly Composition Composition = Composition.Load(new ConfigurationBuilder().Build(), Parts.Default);

    internal static readonly IReadOnlyList<EvaluationQuestion> DevelopmentQuestions =
        EvaluationQuestion.ReadFile(Path.Combine(AppContext.BaseDirectory, "Fixtures", "eval", "dev-questions.jsonl"));

    internal static readonly SummaryFormat Markdown = SummaryFormat.OfFile("a.md")!;
    internal static readonly SummaryFormat Html = SummaryFormat.OfFile("a.html")!;
    internal static readonly SummaryFormat Docx = SummaryFormat.OfFile("a.docx")!;

    internal static SummaryOffice Office => Composition.Summaries;

    internal static Receipt ReceiptOf(params string[] turns) => Office.ReceiptOf(turns, Today);

    internal static Receipt ReceiptOf(EvaluationQuestion question) => Office.ReceiptOf(question.Turns, question.AsOf ?? Today);

    internal static Rendering Rendering(Receipt receipt, SummaryFormat format) => format.Write(Outline.Of(Office.Summariser.Summarise(receipt, Office.Summariser.Replay(receipt).Answer!)));

    internal static byte[] File(Receipt receipt, SummaryFormat format) => Office.Write(receipt, format).File.ToArray();

    internal static Verification Verify(byte[] file, SummaryFormat format) => Office.Verify(file, format);
}
