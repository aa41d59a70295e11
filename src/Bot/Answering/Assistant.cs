using System.Buffers.Binary;
using System.Security.Cryptography;
using Bot.Api;
using Bot.Conversations;
using Bot.Hosting;
using Bot.LanguageModel;
using Bot.Store;
using Bot.Store.Records;
using Bot.Telemetry;
using Calculators.Rules;

namespace Bot.Answering;

/// <summary>A turn with its conversation before it and its record behind it.</summary>
internal sealed partial class Assistant(Composition composition, IConversations store, TimeProvider time, ILogger<Assistant> logger, ModelAid? model = null) : IAssistant
{
    private const int TimeBytes = 6, RandomBytes = 16;

    /// <inheritdoc />
    public async Task<Answer> AskAsync(Turn turn, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        using var step = Steps.Begin(Steps.Turn);
        step?.SetTag("channel", Figures.Door(turn.Channel));
        var id = turn.ConversationId ?? NewId();
        var state = turn.ConversationId is null ? ConversationState.Empty : await FindAsync(turn.Channel, id, cancellation);
        // Before anything sees the text, so that the answer, its record and its summary are made from the same words.
        turn = turn with { Text = composition.Masker.Mask(turn.Text, AsksForFigure(state)) };
        // One edition for the whole turn: the answer is recorded with the version that it was made from.
        var edition = composition.Current;
        var (answer, next, fault) = model is null
            ? edition.Dialogue.Respond(turn, state, NewId(), id)
            : await model.RespondAsync(edition.Dialogue, turn, state, NewId(), id, cancellation);
        if (fault is not null)
        {
            Figures.Withheld();
            Log.Withheld(logger, answer.AnswerId, fault);
        }

        await RecordAsync(turn, answer, next, edition.Documents.Version, cancellation);
        step?.SetTag("kind", AnswerJson.Name(answer.Kind)).SetTag("withheld", fault is not null);
        Figures.Answered(turn.Channel, AnswerJson.Name(answer.Kind), time.GetElapsedTime(began));
        return answer;
    }

    private bool AsksForFigure(ConversationState state) =>
        state.Asked is { } name && composition.Catalogue.Inputs.Any(i => i.Name == name && i is MoneyInput or CountInput or AwardListInput);

    // 128 bits that nobody guesses, behind the time: answers that follow each other then stand side by side in the store's index.
    private string NewId()
    {
        Span<byte> id = stackalloc byte[TimeBytes + RandomBytes];
        Span<byte> now = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(now, time.GetUtcNow().ToUnixTimeMilliseconds());
        now[^TimeBytes..].CopyTo(id);
        RandomNumberGenerator.Fill(id[TimeBytes..]);
        return Convert.ToHexStringLower(id);
    }

    private async Task<ConversationState> FindAsync(string channel, string id, CancellationToken cancellation)
    {
        using var step = Steps.Begin(Steps.Recall);
        return await store.FindConversationAsync(channel, id, cancellation) is { } record ? ConversationJson.Read(record.State) : ConversationState.Empty;
    }

    private async Task RecordAsync(Turn turn, Answer answer, ConversationState state, string corpusVersion, CancellationToken cancellation)
    {
        using var step = Steps.Begin(Steps.Record);
        var now = time.GetUtcNow();
        var record = new KeptTurn(
            answer.AnswerId, turn.Channel, answer.ConversationId, now, turn.AsOf, AnswerJson.Name(answer.Kind), turn.Text, AnswerJson.Bytes(answer), corpusVersion, TurnsJson.Write(state), ConversationJson.Write(state))
        {
            Delivery = turn.Delivery,
        };
        try
        {
            await store.SaveTurnAsync(record, cancellation);
        }
        catch (StoreUnavailableException)
        {
            // Clauses and awards are answered without the store; readiness and the log say that nothing is kept.
            Figures.NotKept();
            Log.NotKept(logger, answer.AnswerId);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Answer {AnswerId} was withheld by the guard: {Fault}.")]
        internal static partial void Withheld(ILogger logger, string answerId, string fault);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Answer {AnswerId} was given and could not be kept.")]
        internal static partial void NotKept(ILogger logger, string answerId);
    }
}
