using Bot.Answering.Guarding;
using Bot.Answering.Wording;
using Bot.Conversations;
using Bot.Telemetry;
using Bot.Understanding;
using Bot.Understanding.Deciding;
using Bot.Understanding.Marks;
using Calculators.Rules;
using Knowledge.Citations;
using Knowledge.Corpus;
using Knowledge.Search;

namespace Bot.Answering;

/// <summary>What a turn came to.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="State">The conversation after it.</param>
/// <param name="Fault">What the guard found wrong with the answer that was not sent; null where nothing was.</param>
internal sealed record TurnResult(Answer Answer, ConversationState State, string? Fault);

/// <summary>One turn, from the message to the guarded answer: normalise, understand, decide, answer, guard. Pure: no clock, no store.</summary>
internal sealed class Dialogue
{
    internal Dialogue(DocumentSet documents, IReadOnlyList<Calculator> calculators, ClauseSearch search, CitationFactory citations)
    {
        Documents = documents;
        Closing = new Closing(documents);
        Reader = new MessageReader(PhraseBooks.Build(calculators, documents), TypoRepairs.Build(calculators, documents, search.Lexicon), search.References);
        var meant = new MeantDocument(documents);
        var selector = new ClauseSelector(documents, search, new Answerability(search.Lexicon), meant);
        var headings = new HeadingNames(documents);
        var awards = new AwardIntents(calculators, new AwardTopics(calculators), new SeveralAwards(calculators, Reader), headings);
        var figures = new FigureClauses(documents, calculators);
        var schemes = new Schemes(documents, calculators, search.Lexicon, figures, meant);
        Intents = new IntentReader(
            calculators,
            new FollowUps(documents, awards),
            awards,
            new ClauseIntents(documents, search.Lexicon, selector, figures, headings, new WholeDocument(documents, search.Lexicon), schemes, new GeneralQuestions(documents, calculators, search.Lexicon, meant, figures)),
            new ScopeReader(documents, search.Lexicon),
            new IncidentalMatters(documents),
            new OtherActs(documents),
            new ConditionTimes(documents, schemes));
        var cutter = new QuoteCutter(search);
        Responder = new Responder(
            new AwardAnswer(citations, Closing),
            new ClarifyAnswer(documents, citations),
            new ClauseAnswer(documents, citations, Closing, cutter),
            new SummaryAnswer(documents, citations, Closing, cutter),
            new AwardSummaryAnswer(citations, Closing),
            new DepartmentAnswer(documents, citations),
            new ValidityAnswer(documents, citations, cutter),
            new RefuseAnswer(documents, new ClauseQuestions(documents, search.References)),
            new SmalltalkAnswer(documents, calculators));
        Guard = new Guard(documents);
    }

    /// <summary>The documents that it answers from.</summary>
    internal DocumentSet Documents { get; }

    /// <summary>The end that answers share.</summary>
    internal Closing Closing { get; }

    /// <summary>The first step: what stands in a message.</summary>
    internal MessageReader Reader { get; }

    /// <summary>The second: what it asks for.</summary>
    internal IntentReader Intents { get; }

    /// <summary>The third: what is said to that.</summary>
    internal Responder Responder { get; }

    /// <summary>The last: whether it may be said.</summary>
    internal Guard Guard { get; }

    /// <summary>Answers one message.</summary>
    /// <param name="turn">The message.</param>
    /// <param name="state">The conversation so far.</param>
    /// <param name="answerId">The id that the answer gets.</param>
    /// <param name="conversationId">The conversation's id.</param>
    internal TurnResult Respond(Turn turn, ConversationState state, string answerId, string conversationId)
    {
        state = Current(state);
        var (message, understood) = Understand(turn, state);
        return Complete(turn, state, message, understood, Write(turn, message, understood), answerId, conversationId);
    }

    /// <summary>A conversation may be older than the corpus: a clause that is no more is not talked about any more.</summary>
    internal ConversationState Current(ConversationState state)
    {
        for (var i = 0; i < state.LastClauses.Count; i++)
        {
            if (Documents.Find(state.LastClauses[i]) is null) return state with { LastClauses = [.. state.LastClauses.Where(c => Documents.Find(c) is not null)] };
        }

        return state;
    }

    /// <summary>What the message says and asks for.</summary>
    internal (Message Message, Understood Understood) Understand(Turn turn, ConversationState state)
    {
        var step = Steps.Begin(Steps.Normalise);
        var normal = Reader.Normalise(turn.Text);
        step = Steps.Next(step, Steps.Understand);
        var message = Reader.Read(normal, state.Document, turn.AsOf);
        step = Steps.Next(step, Steps.Decide);
        var understood = Intents.Read(message, state);
        step?.Dispose();
        return (message, understood);
    }

    /// <summary>What is said to that.</summary>
    internal Reply Write(Turn turn, Message message, Understood understood)
    {
        using var step = Steps.Begin(Steps.Answer);
        return Responder.Write(understood.Intent, message, turn.AsOf);
    }

    /// <summary>The last step: a reply is looked at once more, and the conversation goes on from it.</summary>
    internal TurnResult Complete(Turn turn, ConversationState state, Message message, Understood understood, Reply reply, string answerId, string conversationId)
    {
        var answer = Finish(reply, answerId, conversationId);
        var step = Steps.Begin(Steps.Guard);
        var found = Guard.Fault(reply.Draft, answer, turn, state.Turns);
        step?.Dispose();
        if (found is { } fault)
        {
            // What cannot be traced is not sent; the refusal names whom to ask instead.
            var fallback = Responder.Write(new Intent.Refuse(RefusalReason.NotInDocuments, state.Document, null), message, turn.AsOf);
            return new TurnResult(Finish(fallback, answerId, conversationId), state.Heard(turn.Text), fault);
        }

        return new TurnResult(answer, Next(state, message, understood, answer).Heard(turn.Text), null);
    }

    /// <summary>The reply as it is sent.</summary>
    internal static Answer Finish(Reply reply, string answerId, string conversationId) => new(answerId, conversationId, reply.Kind, reply.Draft.ToString())
    {
        Citations = reply.Citations,
        Awards = reply.Awards,
        Missing = reply.Missing,
        Suggestions = reply.Suggestions,
        Validity = reply.Citations.Count > 0 ? reply.Citations[0].Validity : null,
    };

    private static ConversationState Next(ConversationState state, Message message, Understood understood, Answer answer)
    {
        if (understood.Intent is Intent.Smalltalk { Kind: SmalltalkKind.Reset }) return ConversationState.Empty;
        // Small talk and refusals leave the subject where it was.
        if (answer.Kind is AnswerKind.Smalltalk or AnswerKind.Refuse) return state with { LastKind = answer.Kind };
        return state with
        {
            Known = understood.Known,
            Calculator = understood.Calculator?.Name ?? state.Calculator,
            Asked = understood.Intent is Intent.Clarify clarify ? clarify.Missing[0].Name : understood.Calculator is null ? state.Asked : null,
            LastKind = answer.Kind,
            // Whether a policy still applies is asked in passing; the clause spoken of stays the subject.
            LastClauses = understood.Intent is Intent.Validity && state.Document == answer.Citations[0].Clause.Document ? state.LastClauses : Cited(answer),
            LastQuery = message.Text,
        };
    }

    // Each clause once.
    private static List<ClauseId> Cited(Answer answer)
    {
        List<ClauseId> clauses = new(answer.Citations.Count);
        for (var i = 0; i < answer.Citations.Count; i++)
        {
            if (!clauses.Contains(answer.Citations[i].Clause)) clauses.Add(answer.Citations[i].Clause);
        }

        return clauses;
    }
}
