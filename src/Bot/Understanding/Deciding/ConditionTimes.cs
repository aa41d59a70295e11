using Bot.Conversations;
using Bot.Understanding.Marks;
using Bot.Understanding.Topics;
using Knowledge.Corpus;
using Knowledge.Text;

namespace Bot.Understanding.Deciding;

/// <summary>Whether a condition met at some time counts: 2024年5月才达标的还算吗. The document's windows answer it. Null where that is not asked.</summary>
internal sealed class ConditionTimes(DocumentSet documents, Schemes schemes)
{
    private const decimal LeastFigure = 1000m;

    private static readonly string[] Met = ["达标", "达到", "满足", "投产", "建成", "办成", "符合"];
    private static readonly string[] AfterEnd = ["到期以后", "到期之后", "到期后", "期满以后", "期满之后", "期满后", "过期以后", "过期后", "失效以后", "失效后"];
    private static readonly (string Words, int Ago)[] Years = [("去年", 1), ("前年", 2), ("今年", 0)];

    internal Intent.Validity? Read(Message message, ConversationState state, List<Topic> topics)
    {
        if (!message.Has(Cue.Counts) || !IsMet(message.Text) || message.Has(Cue.Amount) || message.Numbers.Any(n => IsFigure(message, n))) return null;
        if (When(message) is not { } when) return null;
        var id = schemes.Document(message, state, message.Documents) ?? (topics.Count > 0 ? topics[0].Calculator.Clause.Split('/')[0] : documents.Documents[0].Id);
        var document = documents.FindDocument(id)!;
        return new Intent.Validity(id, [.. document.Windows.Select(w => w.Clause).Where(c => documents.Find(c) is not null).Distinct()]) { Met = when };
    }

    // With a figure it is a case to be reckoned; a year, 第一次 and 十一条 are none.
    private static bool IsFigure(Message message, NumberReading number) =>
        !message.Dates.Any(d => d.Span.Overlaps(number.Span)) && (number.Kind is NumberKind.Money or NumberKind.Percent || number.Value >= LeastFigure);

    private static bool IsMet(string text)
    {
        foreach (var word in Met)
        {
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        }

        // 才 by itself, not the end of 人才.
        for (var i = text.IndexOf('才', StringComparison.Ordinal); i >= 0; i = text.IndexOf('才', i + 1))
        {
            if (i == 0 || text[i - 1] is not ('人' or '刚')) return true;
        }

        return false;
    }

    private static MetTime? When(Message message)
    {
        foreach (var date in message.Dates)
        {
            if (date.Year is not null) return new MetTime(message.Words(date.Span), date, null);
        }

        foreach (var words in AfterEnd)
        {
            if (message.Text.IndexOf(words, StringComparison.Ordinal) is >= 0 and var at) return new MetTime(message.Words(new(at, words.Length)), null, null);
        }

        foreach (var (words, ago) in Years)
        {
            if (message.Text.IndexOf(words, StringComparison.Ordinal) is >= 0 and var at) return new MetTime(message.Words(new(at, words.Length)), null, ago);
        }

        return null;
    }
}
