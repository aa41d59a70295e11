using System.Buffers;
using Bot.Conversations;
using Bot.Understanding.Marks;
using Knowledge.Citations;
using Knowledge.Corpus;
using Knowledge.Index;

namespace Bot.Understanding.Deciding;

/// <summary>Decides which clauses a message asks for, and whether their gist, their wording, their units or their validity is wanted.</summary>
internal sealed partial class ClauseIntents(DocumentSet documents, Lexicon lexicon, ClauseSelector finder, FigureClauses figures, HeadingNames headings, WholeDocument ofWhole, Schemes schemes, GeneralQuestions general)
{
    // 名额当年有效.
    private static readonly SearchValues<string> OwnTime = SearchValues.Create(["当年有效", "年内有效", "月内有效", "日内有效", "有效期"], StringComparison.Ordinal);

    internal Intent Read(Message message, ConversationState state)
    {
        var named = References(message, state);
        if (named.Count == 0 && state.LastClauses.Count > 0 && (message.Has(Cue.NextClause) || message.Has(Cue.PreviousClause)))
            return new Intent.Refuse(RefusalReason.NoSuchClause, state.Document, message.Words(new(0, message.Text.Length)));
        if (general.Read(message, state) is { } asked) return asked;
        var departments = lexicon.FindDepartments(message.Text);
        var topics = message.Documents;

        // 失效了没有，失效以后问谁: whom to ask stands in every answer.
        var asksTime = message.Has(Cue.Validity) && topics.Count > 0 && named.Count == 0;
        var asksWhich = departments.Count > 0 && (AsksWhich(message) || (!message.Has(Cue.Department) && AskedWhich(message, state)));
        if (!asksTime && (message.Has(Cue.Department) || asksWhich))
        {
            if (named.Count == 0 && asksWhich && InChargeOf(departments[0].Name, topics) is { Count: > 0 } duties)
                return new Intent.DepartmentClauses(departments[0].Name, duties);
            if (message.Has(Cue.Department) && Charge(message, state, named) is { } charge) return charge;
        }

        if ((message.Has(Cue.Validity) || message.Has(Cue.Deadline)) && named.Count == 0 && Validity(message, state, topics) is { } validity) return validity;

        if (named.Count == 0 && PartsShown(message, state) is { } parts) return new Intent.Summary(parts, message.Text);
        if (message.Has(Cue.Summary)) return Summary(message, state, named, topics);

        var whole = message.Has(Cue.Original);
        if (named.Count > 0) return new Intent.Clauses(named, message.Text, whole, ClaimReader.Read(message));

        if (ofWhole.Read(message, state, topics) is { } ofDocument) return ofDocument;
        if (schemes.Read(message, state, topics) is { } scheme) return scheme;
        if (message.Has(Cue.Figures) && named.Count == 0) return new Intent.Summary(figures.Of(topics.Count > 0 ? topics[0].Name : null), message.Text);
        // 十一条和集群试点有什么区别: what each says it is for.
        string[] held = [.. topics.Select(t => t.Name).Distinct()];
        if (held.Length > 1 && Unsaid.HoldsNothingElse(message, topics, lexicon)) return new Intent.Clauses([.. held.Select(Purpose)], message.Text, false, []);
        // 十一条是什么: what the document itself says it is for.
        if (topics.Count == 1 && !message.Has(Cue.Eligibility) && Unsaid.HoldsNothingElse(message, topics, lexicon))
            return whole ? new Intent.Summary(Main(topics[0].Name), message.Text) : new Intent.Clauses([Purpose(topics[0].Name)], message.Text, false, []);
        if ((message.Has(Cue.Compare) || message.Has(Cue.Each)) && topics.Select(t => t.Name).Distinct().Count() < 2 && finder.FindEach(message, topics) is { Count: > 1 } several) return new Intent.Clauses(several, message.Text, false, []);
        var found = finder.Find(message, state, topics, out var barely, out var near);
        return found.Count > 0
            ? new Intent.Clauses(found, message.Text, false, ClaimReader.Read(message)) { Barely = barely }
            : new Intent.Refuse(RefusalReason.NotInDocuments, topics.Count > 0 ? topics[0].Name : state.Document, null) { Near = near };
    }

    /// <summary>What a search for other words finds, held against the user's own claims; null where it finds nothing that answers.</summary>
    internal Intent.Clauses? Search(Message message, Message words)
    {
        var found = finder.Find(words, ConversationState.Empty, words.Documents);
        return found.Count > 0 ? new Intent.Clauses(found, words.Text, false, ClaimReader.Read(message)) : null;
    }

    /// <summary>The clauses that a message names directly, or points to from the one spoken of last.</summary>
    internal List<ClauseId> References(Message message, ConversationState state)
    {
        // 下一条 first: the 一条 in it names no clause.
        if (state.LastClauses.Count > 0)
        {
            if (message.Has(Cue.NextClause) && Neighbour(state.LastClauses[0], 1) is { } next) return [next];
            if (message.Has(Cue.PreviousClause) && Neighbour(state.LastClauses[0], -1) is { } previous) return [previous];
            if (message.Has(Cue.ThisClause) && (message.Has(Cue.Original) || message.Has(Cue.Summary))) return [state.LastClauses[0]];
        }

        List<ClauseId> named = [];
        foreach (var reference in message.References)
        {
            foreach (var clause in reference.Clauses)
            {
                if (!named.Contains(clause)) named.Add(clause);
            }
        }

        return named;
    }

    private ClauseId? Neighbour(ClauseId id, int step)
    {
        if (documents.FindDocument(id.Document) is not { } document) return null;
        for (var i = 0; i < document.Clauses.Count; i++)
        {
            if (document.Clauses[i].Id != id) continue;
            return i + step >= 0 && i + step < document.Clauses.Count ? document.Clauses[i + step].Id : null;
        }

        return null;
    }

    private static bool AsksWhich(Message message) =>
        message.Text.Contains("哪条", StringComparison.Ordinal) || message.Text.Contains("哪几条", StringComparison.Ordinal) ||
        message.Text.Contains("哪些条", StringComparison.Ordinal) || message.Text.Contains("哪一条", StringComparison.Ordinal) ||
        message.Text.Contains("哪几项", StringComparison.Ordinal) || message.Text.Contains("哪些政策", StringComparison.Ordinal) ||
        message.Text.Contains("负责什么", StringComparison.Ordinal) || message.Text.Contains("负责哪", StringComparison.Ordinal) ||
        message.Text.Contains("管哪", StringComparison.Ordinal) || message.Text.Contains("哪些条款", StringComparison.Ordinal);

    private List<ClauseId> InChargeOf(string department, IReadOnlyList<Mention> topics) =>
        [.. documents.Clauses.Where(c => c.Responsible.Contains(department) && (topics.Count == 0 || topics.Any(t => t.Name == c.Id.Document))).Select(c => c.Id)];

    // 责任单位呢？ asks about what was talked about; otherwise the clause is looked for among those that name units.
    private Intent.Department? Charge(Message message, ConversationState state, List<ClauseId> named)
    {
        if (named.Count > 0) return new Intent.Department(named);
        // A document that names no units for its clauses says in the clause itself who does what.
        if (finder.Best(message, state, null) is { } best && !ClauseSelector.IsElliptical(message) && !documents.FindDocument(best.Document)!.Clauses.Any(c => c.Responsible.Count > 0)) return null;
        var found = finder.FindResponsible(message);
        if (found is { } clause && (state.LastClauses.Count == 0 || !ClauseSelector.IsElliptical(message))) return new Intent.Department([clause]);
        if (state.LastClauses.Count > 0 && documents.Find(state.LastClauses[0]) is { Responsible.Count: > 0 }) return new Intent.Department([state.LastClauses[0]]);
        return found is { } only ? new Intent.Department([only]) : null;
    }

    private Intent.Validity? Validity(Message message, ConversationState state, IReadOnlyList<Mention> topics)
    {
        var whole = topics.Count > 0 && !message.Has(Cue.Deadline) && finder.NamesOnlyDocument(message, topics);
        var particular = finder.Best(message, state, message.Has(Cue.Deadline) ? SetsDay : null);
        // 到哪年 beside a matter that a clause speaks of plainly asks about that matter.
        if (topics.Count == 0 && !message.Has(Cue.Deadline) && particular is { } plain && finder.IsClear(message, plain) && !IsStating(plain) && !SetsDay(plain)) return null;
        // 保障房名额放到明年还作数吗: what the clause gives holds for a time of its own.
        if (topics.Count == 0 && particular is { } own && !IsStating(own) && HoldsForItsOwnTime(own)) return null;
        var id = topics.Count > 0 ? topics[0].Name
            : ClauseSelector.IsElliptical(message) && state.Document is { } last ? last
            : particular?.Document ?? state.Document;
        // 试行期写的是几年: of the documents held, the first is meant where nothing tells another.
        id ??= documents.Documents[0].Id;
        if (documents.FindDocument(id) is not { } document) return null;
        List<ClauseId> stating = [.. document.Windows.Select(w => w.Clause).Where(c => documents.Find(c) is not null).Distinct()];
        // A deadline of something particular (材料什么时候截止) is set by a clause of its own.
        return !whole && particular is { } clause && clause.Document == id && !stating.Contains(clause) && SetsDay(clause)
            ? new Intent.Validity(id, [clause, .. stating])
            : new Intent.Validity(id, stating);
    }

    private bool HoldsForItsOwnTime(ClauseId id) => documents.Find(id) is { } clause && clause.Text.AsSpan().ContainsAny(OwnTime);

    private bool IsStating(ClauseId id) => documents.FindDocument(id.Document)!.Windows.Any(w => w.Clause == id);

    // A day of the month in the clause's own words, other than the date that the document bears.
    private bool SetsDay(ClauseId id) =>
        documents.Find(id) is { } clause && ClauseReadings.Of(clause).Dates.Any(d => d.Day is not null && d.Date != documents.DocumentOf(clause).Issued);

    private Intent Summary(Message message, ConversationState state, List<ClauseId> named, IReadOnlyList<Mention> topics)
    {
        if (message.Has(Cue.Figures)) return new Intent.Summary(figures.Of(topics.Count > 0 ? topics[0].Name : state.Document), message.Text);
        if (named.Count > 0) return new Intent.Summary(Parts(message, named), message.Text);
        if (headings.FindSeveral(message.Text) is { Count: > 1 } listed) return new Intent.Summary(listed, message.Text);
        if (CountsShown(message, state)) return new Intent.Summary(state.LastClauses, message.Text);
        var several = finder.FindEach(message, topics);
        var under = headings.Find(message.Text);
        if (several.Count > 1 && several.TrueForAll(c => under.Count == 0 || under.Contains(c))) return new Intent.Summary(several, message.Text);
        if (under.Count > 0) return new Intent.Summary(Parts(message, under), message.Text);
        // 把十一条逐条概括一下: nothing but the document is named.
        if (topics.Count > 0 && finder.NamesOnlyDocument(message, topics)) return new Intent.Summary(Main(topics[0].Name), message.Text);
        if (finder.Find(message, state, topics) is { Count: > 0 } found) return new Intent.Summary([found[0]], message.Text);
        // A gist is asked of something that the lexicon knows: who asks for it, and for whom, says nothing of the matter.
        if (topics.Count == 0 && lexicon.FindTerms(message.Text).Count > 0 && finder.Best(message, state, null) is { } best) return new Intent.Summary([best], message.Text);
        if (topics.Count > 0) return new Intent.Summary(Main(topics[0].Name), message.Text);
        return state.LastClauses.Count > 0 && ClauseSelector.IsElliptical(message)
            ? new Intent.Summary(state.LastClauses, message.Text)
            : new Intent.Refuse(RefusalReason.NotInDocuments, state.Document, null);
    }

    // 六个具体支持方向: the parts of a clause, where it has some and several are asked for.
    private List<ClauseId> Parts(Message message, List<ClauseId> named)
    {
        if (named.Count != 1) return named;
        List<ClauseId> parts = [.. documents.Clauses.Where(c => c.Parent == named[0]).Select(c => c.Id)];
        return parts.Count > 0 && (message.Has(Cue.Each) || message.Numbers.Any(n => n.Value == parts.Count)) ? parts : named;
    }

    // What stands before the numbered clauses, last of all: the preamble.
    private ClauseId Purpose(string document)
    {
        var clauses = documents.FindDocument(document)!.Clauses;
        return (clauses.TakeWhile(c => !char.IsAsciiDigit(c.Id.Number[0])).LastOrDefault() ?? clauses[0]).Id;
    }

    // The numbered clauses; notice, preamble, closing and annex frame them.
    private List<ClauseId> Main(string document) =>
        [.. documents.FindDocument(document)!.Clauses.Where(c => char.IsAsciiDigit(c.Id.Number[0]) && c.Parent is null).Select(c => c.Id)];
}
