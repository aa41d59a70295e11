using System.Buffers;
using Bot.Answering.Drafting;
using Knowledge.Corpus;
using Knowledge.Text;

namespace Bot.LanguageModel.Phrasing;

/// <summary>
/// A model's text around placeholders → a draft, or the reason why it is rejected. The model's words may only join: every sentence
/// holds a placeholder, every word is a clause's own or a connecting word, and none counts, denies or promises. A sentence can be
/// looked at by itself, before the next one is there; the whole is looked at once more at its end.
/// </summary>
internal sealed class SummaryText(DocumentSet documents, ConnectingWords connecting, IReadOnlyList<Filling> fillings)
{
    /// <summary>How long a text may be.</summary>
    internal const int Longest = 800;

    private const int LongestBetweenFillings = 60;

    /// <summary>What a reader is told of the text.</summary>
    internal const string Note = "（由语言模型组织文字，条文原文由程序填入）";

    /// <summary>The same where steps stand beside the quotes.</summary>
    internal const string NoteOfSteps = "（由语言模型组织文字，条文原文和计算由程序填入）";

    /// <summary>What ends a sentence in the model's own words; what stands in a filling ends none.</summary>
    internal static readonly SearchValues<char> Ends = SearchValues.Create("。；\n");

    // Twice the look that the number reader has: a numeral that it does not know is none of ours either.
    private static readonly SearchValues<char> Numerals = SearchValues.Create(
        "零〇○一二两三四五六七八九十百千万亿兆京壹贰叁肆伍陆柒捌玖拾佰仟萬億壱弐参貳參陸兩廿卅卌半双倍番几");

    private static readonly SearchValues<char> Denials = SearchValues.Create("不未无没非勿莫禁除停取消废免拒否仅只");

    private static readonly string[] Promises =
        ["保证", "承诺", "一定", "肯定", "必然", "必定", "确保", "放心", "包过", "稳拿", "给您", "给你", "您可", "你可", "可领", "可拿", "能拿", "能领", "绝对", "务必", "必须", "已经", "已获", "通过审", "批准"];

    private static readonly SearchValues<char> Stops = SearchValues.Create("，。；：、\n ");

    private readonly string[] units = [.. documents.Documents.SelectMany(d => d.Ask.Concat(d.Clauses.SelectMany(c => c.Responsible))).Distinct()];

    private readonly Placeholders placeholders = new(fillings);

    /// <summary>How many placeholders there are.</summary>
    internal int Count => fillings.Count;

    /// <summary>Reads a whole text.</summary>
    /// <param name="text">The model's.</param>
    /// <param name="draft">The draft without its end; null where the text is rejected.</param>
    /// <returns>Why it is rejected; null where it is not.</returns>
    internal string? Read(string text, out Draft? draft)
    {
        draft = null;
        text = text.Trim();
        if (text.Length is 0 or > Longest) return "length";
        var seen = new bool[fillings.Count];
        // One that is left out may hold the condition on which another depends.
        if (placeholders.Cut(text, seen, out var open) is not { } pieces || open.Length > 0 || !Array.TrueForAll(seen, s => s)) return "placeholder";
        if (FaultOfWords(pieces) is { } fault) return fault;
        foreach (var sentence in Sentences(pieces))
        {
            if (FaultOfSentence(sentence) is { } wrong) return wrong;
        }

        draft = Fill(pieces);
        return null;
    }

    /// <summary>Reads one sentence, its end included.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="seen">Which placeholders stood before it; its own are added.</param>
    /// <param name="draft">The sentence as a draft; null where it is rejected.</param>
    /// <returns>Why it is rejected; null where it is not.</returns>
    internal string? ReadSentence(string text, bool[] seen, out Draft? draft)
    {
        draft = null;
        if (placeholders.Cut(text, seen, out var open) is not { } pieces || open.Length > 0) return "placeholder";
        if ((FaultOfWords(pieces) ?? FaultOfSentence(pieces)) is { } fault) return fault;
        draft = Fill(pieces);
        return null;
    }

    /// <summary>What is wrong already with a sentence that is not yet at its end; null where nothing is.</summary>
    /// <param name="text">Its beginning.</param>
    /// <param name="seen">Which placeholders stood before it.</param>
    internal string? ReadBeginning(string text, bool[] seen) =>
        placeholders.Cut(text, [.. seen], out _) is { } pieces ? FaultOfWords(pieces) : "placeholder";

    private static string? FaultOfWords(List<Piece> pieces)
    {
        var words = pieces.Where(p => !p.IsFilling).Select(p => p.Words).ToList();
        if (words.Exists(HasNumeral)) return "numeral";
        if (words.Exists(w => w.Length > LongestBetweenFillings || !w.All(IsPlain))) return "characters";
        if (words.Exists(w => w.AsSpan().ContainsAny(Denials))) return "denial";
        return words.Exists(w => Promises.Any(p => w.Contains(p, StringComparison.Ordinal))) ? "promise" : null;
    }

    private string? FaultOfSentence(List<Piece> sentence)
    {
        Filling[] filled = [.. sentence.Where(p => p.IsFilling).Select(p => fillings[p.Filling])];
        Clause[] cited = [.. filled.Select(f => documents.Find(f.Clause)!)];
        if (cited.Length == 0) return sentence.Exists(p => p.Words.AsSpan().ContainsAnyExcept(Stops)) ? "uncited" : null;
        // A figure and the words of another clause in one sentence would say that these are its reason.
        if (Array.Exists(filled, f => f.IsStep) && Array.Exists(cited, c => c != cited[0])) return "mixed-clauses";
        string[] texts = [.. (Array.Exists(filled, f => f.IsStep) ? filled.Where(f => f.IsStep) : filled).SelectMany(f => f.Beside)];
        foreach (var piece in sentence)
        {
            if (Array.Exists(units, u => piece.Words.Contains(u, StringComparison.Ordinal) && !Array.Exists(cited, c => c.Text.Contains(u, StringComparison.Ordinal) || c.Responsible.Contains(u)))) return "unit";
            var rest = piece.Words.AsSpan();
            while (rest.Length > 0)
            {
                var stop = rest.IndexOfAny(Stops);
                var run = stop < 0 ? rest : rest[..stop];
                if (run.Length > 0 && !connecting.Cover(run, texts)) return "foreign-words";
                rest = stop < 0 ? [] : rest[(stop + 1)..];
            }
        }

        return null;
    }

    private static bool HasNumeral(string words) =>
        words.AsSpan().ContainsAny(Numerals) || words.Any(char.IsNumber) || NumberReader.Read(words).Count > 0 || NumberReader.Read(Normaliser.Normalise(words)).Count > 0;

    private static bool IsPlain(char c) => c is >= '一' and <= '鿿' || Stops.Contains(c);

    private static List<List<Piece>> Sentences(List<Piece> pieces)
    {
        List<List<Piece>> sentences = [[]];
        foreach (var piece in pieces)
        {
            var rest = piece.Words;
            while (!piece.IsFilling && rest.AsSpan().IndexOfAny(Ends) is var end and >= 0)
            {
                sentences[^1].Add(new Piece(rest[..(end + 1)], -1));
                sentences.Add([]);
                rest = rest[(end + 1)..];
            }

            sentences[^1].Add(piece with { Words = rest });
        }

        return sentences;
    }

    private Draft Fill(List<Piece> pieces)
    {
        var draft = new Draft();
        foreach (var piece in pieces) _ = piece.IsFilling ? draft.Add(fillings[piece.Filling].Draft) : draft.Say(piece.Words);
        return draft;
    }
}
