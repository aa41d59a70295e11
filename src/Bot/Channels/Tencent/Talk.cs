using System.Collections.Concurrent;
using Bot.Answering;
using Bot.Channels.Shared;
using Bot.Conversations;
using Bot.Hosting;
using Bot.Store;
using Bot.Store.Records;
using Bot.Telemetry;

namespace Bot.Channels.Tencent;

/// <summary>What both doors do with a message once it is known to be genuine and new: decide what is replied.</summary>
internal sealed class Talk(
    IAssistant assistant, IStore store, Composition composition, Today today, ReadingList unread, UserLimit limit, TalkSettings settings)
{
    private const string SayPrefix = "say/";
    private const string HumanPrefix = "human/";
    private const string SummaryPrefix = "summary/";
    private const int MostUnkept = 500;

    // The second message of a conversation must see what the first one said.
    private readonly Lanes turns = new();

    // What could not be kept and is not read to its end.
    private readonly ConcurrentDictionary<string, RecordedReply> unkept = new(StringComparer.Ordinal);

    /// <summary>The reply; made once for each message.</summary>
    internal Task<Said> ReplyAsync(Incoming incoming, CancellationToken cancellation) => incoming.Act switch
    {
        Act.Nothing => Task.FromResult(Said.Nothing),
        Act.Say say => Task.FromResult(Say(say.Name)),
        _ => turns.RunAsync(incoming.Conversation, () => TurnAsync(incoming, cancellation)),
    };

    /// <summary>The reply that was made before; null where it can no longer be told.</summary>
    internal async Task<Said?> RecallAsync(string reference, CancellationToken cancellation)
    {
        if (reference.StartsWith(SayPrefix, StringComparison.Ordinal)) return Say(reference[SayPrefix.Length..]);
        if (reference.StartsWith(HumanPrefix, StringComparison.Ordinal)) return Human(await FindAsync(reference[HumanPrefix.Length..], cancellation));
        if (SummaryOf(reference) is { } summary) return await FindAsync(summary, cancellation) is { } answer ? Summary(answer) : null;
        if (RecordedReply.Parse(reference) is not var (id, page)) return null;
        return await FindAsync(id, cancellation) is { } reply && page <= reply.Pages.Count ? reply.Page(page) : null;
    }

    /// <summary>The answer whose 答复单 a reference means; null where it means something else.</summary>
    internal static string? SummaryOf(string reference) => reference.StartsWith(SummaryPrefix, StringComparison.Ordinal) ? reference[SummaryPrefix.Length..] : null;

    /// <summary>Puts an answer that did not reach the user on the list of what he has still to read.</summary>
    internal Task KeepUnreadAsync(string channel, string conversation, string reference, CancellationToken cancellation) =>
        // What follows the page is not read either.
        ReplaceUnreadAsync(channel, conversation, reference, (page, rest) => [.. rest, page], cancellation);

    /// <summary>Notes that the user was sent what stood on the list; the page after it is next.</summary>
    internal async Task MarkReadAsync(string channel, string conversation, string reference, CancellationToken cancellation)
    {
        if (PageOf(reference) is not { } read || await FindAsync(read.AnswerId, cancellation) is not { } reply) return;
        await ReplaceUnreadAsync(channel, conversation, reference, (page, rest) => page.Page < reply.Pages.Count ? [page with { Page = page.Page + 1 }, .. rest] : rest, cancellation);
    }

    /// <summary>Whether it still stands on the list; true too for what is no answer and never does.</summary>
    internal async Task<bool> IsUnreadAsync(string channel, string conversation, string reference, CancellationToken cancellation) =>
        PageOf(reference) is not { } page || (await unread.FindAsync(channel, conversation, cancellation)).Contains(page);

    // A 答复单 that cannot be sent is at least read as the answer that it is of.
    private static Unread? PageOf(string reference) =>
        SummaryOf(reference) is { } summary ? new Unread(summary, 1) : RecordedReply.Parse(reference) is var (id, page) ? new Unread(id, page) : null;

    private Task ReplaceUnreadAsync(
        string channel, string conversation, string reference, Func<Unread, IReadOnlyList<Unread>, IReadOnlyList<Unread>> change, CancellationToken cancellation) =>
        PageOf(reference) is not { } page
            ? Task.CompletedTask
            : turns.RunAsync(conversation, async () =>
            {
                var list = await unread.FindAsync(channel, conversation, cancellation);
                return await unread.ReplaceAsync(channel, conversation, change(page, [.. list.Where(u => u.AnswerId != page.AnswerId)]), cancellation);
            });

    private static Said Say(string name) => new(Sentences.Of(name), SayPrefix + name, name is Sentences.Rated or Sentences.RateUnknown ? SaidForm.Card : SaidForm.Text);

    private async Task<Said> TurnAsync(Incoming incoming, CancellationToken cancellation) => incoming.Act switch
    {
        Act.Ask ask => limit.Allows(incoming.Conversation) ? await AskAsync(incoming, ask.Text, cancellation) : TooFast(incoming),
        Act.ReadOn => await ReadOnAsync(incoming, cancellation),
        Act.Human => Human(await LastAsync(incoming, cancellation)),
        Act.Summary => await LastAsync(incoming, cancellation) is { } last ? Summary(last) : Say(Sentences.NoAnswerYet),
        Act.Rate rate => Say(await store.AddFeedbackAsync(rate.AnswerId, rate.Helpful, null, cancellation) ? Sentences.Rated : Sentences.RateUnknown),
        Act.Forget => await ForgetAsync(incoming, cancellation),
        _ => throw new NotSupportedException($"{incoming.Act.GetType().Name} is no turn."),
    };

    private static Said TooFast(Incoming incoming)
    {
        Figures.RateLimited(incoming.Channel);
        return Say(Sentences.TooFast);
    }

    private async Task<Said> AskAsync(Incoming incoming, string text, CancellationToken cancellation)
    {
        var answer = await assistant.AskAsync(new Turn(incoming.Channel, incoming.Conversation, User: "", text, today.Date), cancellation);
        RecordedReply reply;
        using (Steps.Begin(Steps.Render)) reply = RecordedReply.Of(answer, text);
        var before = await unread.FindAsync(incoming.Channel, incoming.Conversation, cancellation);
        incoming.Late.Listed = incoming.Late.Passed;
        var first = incoming.Late.Listed ? 1 : 2;
        if (first <= reply.Pages.Count
            && !await unread.ReplaceAsync(incoming.Channel, incoming.Conversation, [new Unread(answer.AnswerId, first), .. before], cancellation)
            && unkept.Count < MostUnkept)
        {
            unkept[answer.AnswerId] = reply;
        }

        return reply.Page(1, before.Any(u => u.Page == 1) ? Sentences.Waiting : "");
    }

    private async Task<Said> ReadOnAsync(Incoming incoming, CancellationToken cancellation)
    {
        // Nobody waits for it any more: the page stays where it is.
        if (incoming.Late.Passed)
        {
            incoming.Late.Listed = true;
            return Said.Nothing;
        }

        var list = await unread.FindAsync(incoming.Channel, incoming.Conversation, cancellation);
        for (var i = 0; i < list.Count; i++)
        {
            // An answer whose time of keeping is over is passed by.
            if (await FindAsync(list[i].AnswerId, cancellation) is not { } reply || list[i].Page > reply.Pages.Count) continue;
            IReadOnlyList<Unread> rest = [.. list.Skip(i + 1)];
            if (list[i].Page < reply.Pages.Count) rest = [list[i] with { Page = list[i].Page + 1 }, .. rest];
            await unread.ReplaceAsync(incoming.Channel, incoming.Conversation, rest, cancellation);
            return reply.Page(list[i].Page, list[i].Page == reply.Pages.Count && rest.Count > 0 ? Sentences.Waiting : "");
        }

        return Say(Sentences.NoMore);
    }

    private Said Human(RecordedReply? last) => new(
        HandOver.Text(last, composition.Documents, settings.HumanContact), HumanPrefix + (last?.AnswerId ?? ""), settings.TransfersToHuman ? SaidForm.Transfer : SaidForm.Text);

    private Said Summary(RecordedReply last) => new(HandOver.Summary(last, settings.BaseUrl), SummaryPrefix + last.AnswerId);

    private async Task<RecordedReply?> FindAsync(string answerId, CancellationToken cancellation) =>
        unkept.TryGetValue(answerId, out var here) ? here
        : await store.FindAnswerAsync(answerId, cancellation) is { } record ? RecordedReply.Of(record)
        : null;

    private async Task<Said> ForgetAsync(Incoming incoming, CancellationToken cancellation)
    {
        await store.ForgetConversationAsync(incoming.Channel, incoming.Conversation, cancellation);
        await unread.ReplaceAsync(incoming.Channel, incoming.Conversation, [], cancellation);
        return Said.Nothing;
    }

    private async Task<RecordedReply?> LastAsync(Incoming incoming, CancellationToken cancellation)
    {
        var page = await store.AnswersAsync(new AnswerFilter(Channel: incoming.Channel, ConversationId: incoming.Conversation, Most: 5), cancellation);
        return page.Answers.FirstOrDefault(a => a.Kind != "smalltalk") is { } record ? RecordedReply.Of(record) : null;
    }
}

/// <summary>What differs between accounts.</summary>
/// <param name="HumanContact">Whom to call, as the office words it; empty where it names nobody.</param>
/// <param name="TransfersToHuman">Whether the account's own customer service takes over.</param>
/// <param name="BaseUrl">Where the program is reached from outside, without a slash at its end; empty where links cannot be made.</param>
internal sealed record TalkSettings(string HumanContact, bool TransfersToHuman, string BaseUrl);
