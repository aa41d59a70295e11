using System.Runtime.InteropServices;
using Knowledge.Text;

namespace Knowledge.Index;

/// <summary>The words that people use for what the clauses say, the departments' short names and the documents' nicknames. Immutable.</summary>
public sealed class Lexicon
{
    // Names of what is no document of the corpus.
    private const string NoDocument = "none";

    // Most texts name no department and no document.
    private static readonly List<Mention> None = [];

    private readonly string[] departments;
    private readonly string[] documents;
    private readonly WordTrie departmentWords = new();
    private readonly WordTrie documentWords = new();
    private readonly WordTrie aloneWords = new();
    private readonly WordTrie fillers = new();
    private readonly WordTrie frames = new();

    internal Lexicon(
        IReadOnlyList<LexiconTerm> terms,
        IReadOnlyList<(string Name, IReadOnlyList<string> Words)> departments,
        IReadOnlyList<(string Id, IReadOnlyList<string> Words)> documents,
        IReadOnlyList<(string Id, IReadOnlyList<string> Words)> alone,
        IReadOnlyList<string> fillers,
        IReadOnlyList<string> frames)
    {
        this.departments = [.. departments.Select(d => d.Name)];
        this.documents = [.. documents.Select(d => d.Id)];
        // A department is a term as well: whoever names it by its short name finds the clauses that name it in full.
        Terms = [.. terms, .. departments.Select(d => new LexiconTerm(Normal(d.Name), d.Words))];
        for (var i = 0; i < Terms.Count; i++)
        {
            Wordings.Add(Terms[i].Term, i);
            AddAll(Words, i, [Terms[i].Term, .. Terms[i].Words]);
        }

        for (var i = 0; i < departments.Count; i++) AddAll(departmentWords, i, [Normal(departments[i].Name), .. departments[i].Words]);
        for (var i = 0; i < documents.Count; i++) AddAll(documentWords, i, documents[i].Words);
        for (var i = 0; i < alone.Count; i++) AddAll(aloneWords, i, alone[i].Words);
        AddAll(this.fillers, 0, fillers);
        AddAll(this.frames, 0, frames);
    }

    /// <summary>A lexicon without a word.</summary>
    public static Lexicon Empty { get; } = new([], [], [], [], [], []);

    /// <summary>The terms, the departments among them.</summary>
    public IReadOnlyList<LexiconTerm> Terms { get; }

    /// <summary>The terms' own wordings, which the clauses use.</summary>
    internal WordTrie Wordings { get; } = new();

    /// <summary>All words of all terms; a word's value is its term's place in <see cref="Terms"/>.</summary>
    internal WordTrie Words { get; } = new();

    /// <summary>Reads a lexicon.</summary>
    /// <param name="path">A YAML file with the lists <c>terms</c>, <c>departments</c>, <c>documents</c>, <c>fillers</c> and <c>frames</c>.</param>
    /// <exception cref="InvalidDataException">The file is none; the message names file, line and what would be right.</exception>
    public static Lexicon Read(string path) => LexiconFile.Parse(File.ReadAllText(path), Path.GetFileName(path));

    /// <summary>Reads a lexicon from text.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="InvalidDataException">The text is none.</exception>
    public static Lexicon Parse(string yaml, string name) => LexiconFile.Parse(yaml, name);

    /// <summary>The departments that a normalised text names, in order, each by its full name.</summary>
    public IReadOnlyList<Mention> FindDepartments(string normalised) => Find(departmentWords, departments, normalised);

    /// <summary>The documents that a normalised text names by nickname, in order, each by its id.</summary>
    public IReadOnlyList<Mention> FindDocuments(string normalised)
    {
        var named = Find(documentWords, documents, normalised);
        if (aloneWords.FindLongest(normalised) is { } bare)
        {
            List<WordMatch>? common = null;
            foreach (var match in bare)
            {
                var span = new TextSpan(match.Start, match.Length);
                if (!named.Exists(m => m.Span.Overlaps(span)) && StandsAlone(normalised, match.Start, ref common)) named = [.. named, new Mention(documents[match.Value], span)];
            }

            named = [.. named.OrderBy(m => m.Span.Start)];
        }

        // They have kept a short name inside them from being found.
        if (named.Exists(m => m.Name == NoDocument)) named = named.FindAll(m => m.Name != NoDocument);
        return named;
    }

    /// <summary>The terms that a normalised text says, by themselves or by the words that people use for them, in order.</summary>
    public IReadOnlyList<Mention> FindTerms(string normalised)
    {
        ArgumentNullException.ThrowIfNull(normalised);
        if (Words.FindLongest(normalised) is not { } found) return [];
        return found.ConvertAll(m => new Mention(Terms[m.Value].Term, new TextSpan(m.Start, m.Length)));
    }

    /// <summary>How many words of the terms a normalised text says that are not what any question about an award has: 数据标注, not 补贴.</summary>
    public int CountParticular(string normalised)
    {
        ArgumentNullException.ThrowIfNull(normalised);
        if (Words.FindLongest(normalised) is not { } matches) return 0;
        var found = new List<WordMatch>();
        FindFrames(normalised, matches, found);
        var (count, last, at) = (0, -1, 0);
        foreach (var match in matches)
        {
            while (at < found.Count && found[at].End < match.End) at++;
            // One word stands for several terms.
            if (match.Start == last || (at < found.Count && found[at].Start <= match.Start)) continue;
            (count, last) = (count + 1, match.Start);
        }

        return count;
    }

    /// <summary>The stretches of a normalised text that say nothing of any matter: what asks, and what any question about an award has.</summary>
    public IReadOnlyList<TextSpan> FindCommon(string normalised)
    {
        ArgumentNullException.ThrowIfNull(normalised);
        var (matches, found) = (new List<WordMatch>(), new List<WordMatch>());
        Words.FindLongest(normalised, matches);
        FindFrames(normalised, matches, found);
        fillers.FindLongest(normalised, found);
        return found.ConvertAll(f => new TextSpan(f.Start, f.Length));
    }

    /// <summary>The stretches that ask or greet and say nothing of the matter: 请问, 多少钱, 是什么.</summary>
    internal void FindFillers(ReadOnlySpan<char> normalised, List<WordMatch> found) => fillers.FindLongest(normalised, found);

    /// <summary>The stretches that any question about an award has, whatever it is for: 企业, 奖励, 省级, 三年. None inside a longer word that people use.</summary>
    /// <param name="normalised">The text.</param>
    /// <param name="matches">The words that people use, found in the text, in order.</param>
    /// <param name="found">Takes the stretches, in order.</param>
    internal void FindFrames(ReadOnlySpan<char> normalised, List<WordMatch> matches, List<WordMatch> found)
    {
        frames.FindLongest(normalised, found);
        var (at, kept) = (0, 0);
        foreach (var frame in found)
        {
            while (at < matches.Count && matches[at].End < frame.End) at++;
            if (!(at < matches.Count && matches[at].Start <= frame.Start && matches[at].Length > frame.Length)) CollectionsMarshal.AsSpan(found)[kept++] = frame;
        }

        found.RemoveRange(kept, found.Count - kept);
    }

    internal static string Normal(string word) => Normaliser.Normalise(word.Trim()).Text;

    // 养老服务试点 is some other pilot; 报试点, 我们的试点 and 试点 behind a comma are none.
    private bool StandsAlone(string text, int start, ref List<WordMatch>? common)
    {
        if (start == 0 || !Characters.IsHan(text[start - 1])) return true;
        if (common is null)
        {
            common = [];
            frames.FindLongest(text, common);
            fillers.FindLongest(text, common);
        }

        return common.Exists(c => c.End == start);
    }

    private static void AddAll(WordTrie trie, int value, IEnumerable<string> words)
    {
        foreach (var word in words) trie.Add(word, value);
    }

    private static List<Mention> Find(WordTrie trie, string[] names, string normalised)
    {
        ArgumentNullException.ThrowIfNull(normalised);
        if (trie.FindLongest(normalised) is not { } found) return None;
        List<Mention> mentions = new(found.Count);
        foreach (var match in found) mentions.Add(new Mention(names[match.Value], new TextSpan(match.Start, match.Length)));
        return mentions;
    }
}
