using System.Text;
using Knowledge.Corpus;

namespace Bot.Channels.Tencent;

/// <summary>What is said where a human being takes over: what was asked, what was answered, whom to ask.</summary>
internal static class HandOver
{
    private const int LongestGist = 900;
    private const int LongestQuestion = 300;

    internal static string Text(RecordedReply? last, DocumentSet documents, string contact)
    {
        var text = new StringBuilder("好的，请联系工作人员");
        text.Append(contact.Length > 0 ? $"：{contact}。" : "。");
        foreach (var document in documents.Documents) text.Append("\n·《").Append(document.Title).Append("》：").AppendJoin('、', document.Ask);
        if (last is null) return Fit(text.ToString());
        text.Append("\n\n您可以把这段话转给工作人员：\n");
        Gist(text, last);
        return Fit(text.ToString());
    }

    /// <summary>The 答复单 of an answer: its gist, and where the whole can be fetched.</summary>
    internal static string Summary(RecordedReply last, string baseUrl)
    {
        var text = new StringBuilder("答复单\n");
        Gist(text, last);
        return Fit(baseUrl.Length > 0 ? text.Append('\n').Append(Link(last.AnswerId, baseUrl)).ToString() : text.ToString());
    }

    /// <summary>Where the whole 答复单 is; the id is not to be guessed.</summary>
    internal static string Address(string answerId, string baseUrl) => $"{baseUrl}{SummaryPage.Path}/{answerId}";

    private static string Link(string answerId, string baseUrl) => $"<a href=\"{Address(answerId, baseUrl)}\">查看完整答复</a>";

    private static void Gist(StringBuilder text, RecordedReply last) => text
        .Append("问：").Append(Start(last.Question, LongestQuestion))
        .Append("\n答：").Append(Start(last.Text, LongestGist))
        .Append("\n编号：").Append(last.AnswerId);

    // Whole sentences only: a figure must not lose what bounds it.
    private static string Start(string text, int most)
    {
        var pages = TextPages.Cut(text, most);
        return pages.Count == 1 ? text : pages[0].TrimEnd() + "……";
    }

    private static string Fit(string text) => TextPages.Cut(text, ReplyPages.MostBytes)[0];
}
