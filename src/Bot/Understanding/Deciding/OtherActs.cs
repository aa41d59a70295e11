using System.Buffers;
using Bot.Understanding.Slots;
using Knowledge.Corpus;

namespace Bot.Understanding.Deciding;

/// <summary>Whether a message asks for an act of another year than any document that is held: 2018年那个电商扶持办法.</summary>
internal sealed class OtherActs(DocumentSet documents)
{
    private const int Reach = 16;
    private static readonly string[] Dating = ["那个", "那份", "那版", "那部", "那套", "的那", "出的", "出台", "发的", "印发", "发布", "版", "的老", "老的", "的旧"];
    private static readonly SearchValues<string> Acts = SearchValues.Create(["办法", "政策", "文件", "通知", "规定", "意见", "细则", "方案", "条例", "措施"], StringComparison.Ordinal);
    private static readonly SearchValues<char> PieceEnds = SearchValues.Create(",;。?!");

    internal bool AreMeant(Message message)
    {
        if (message.Documents.Count > 0) return false;
        foreach (var date in message.Dates)
        {
            if (date is { Year: { } year, Month: null } && IsBeforeAll(year) && NamesAct(message.Text, date.Span.End)) return true;
        }

        return false;
    }

    private bool IsBeforeAll(int year)
    {
        foreach (var document in documents.Documents)
        {
            if (document.Issued.Year <= year) return false;
        }

        return true;
    }

    private static bool NamesAct(string text, int end)
    {
        if (!FigureContext.StartsWithAny(text, end, Dating)) return false;
        var rest = text.AsSpan(end, Math.Min(Reach, text.Length - end));
        var piece = rest.IndexOfAny(PieceEnds);
        return (piece < 0 ? rest : rest[..piece]).ContainsAny(Acts);
    }
}
