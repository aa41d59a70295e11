using System.Text.Json.Nodes;
using Bot.Channels.Activity.Connector;
using Bot.Channels.Activity.Wire;

namespace Bot.Channels.Activity.Streaming;

/// <summary>Shows a text while it forms, one post after the other and never faster than the channel allows.</summary>
/// <param name="time">The clock.</param>
/// <param name="pace">The least time from one post's answer to the next post.</param>
internal sealed class AnswerStream(TimeProvider time, TimeSpan pace)
{
    // A stream may take two minutes; its last message must come within them.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(100);

    // A model that fails at once makes nobody wait for the distance between two posts.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(400);

    /// <summary>Posts what there is to show until the replies are there.</summary>
    /// <param name="activity">What is replied to.</param>
    /// <param name="forming">The text; it has begun.</param>
    /// <param name="replies">Ends with the answer.</param>
    /// <param name="post">Posts an activity, once.</param>
    /// <param name="stopping">Gives up.</param>
    /// <returns>The stream that the answer closes; null where there is none, and the answer is a message like any other.</returns>
    internal async Task<string?> RunAsync(IncomingActivity activity, FormingText forming, Task replies, Func<JsonObject, Task<Sent>> post, CancellationToken stopping)
    {
        await Task.WhenAny(replies, Task.Delay(Grace, time, stopping));
        if (replies.IsCompleted) return null;
        var begun = time.GetTimestamp();
        if (await post(StreamActivity.Informative(activity)) is not Sent.Taken { Id: { Length: > 0 } stream }) return null;
        var (sequence, shown) = (1, "");
        while (true)
        {
            var posted = time.GetTimestamp();
            await Task.WhenAny(replies, Task.Delay(pace, time, stopping));
            var (text, changed) = forming.Now();
            while (text == shown && !replies.IsCompleted)
            {
                await Task.WhenAny(replies, changed);
                (text, changed) = forming.Now();
            }

            if (replies.IsCompleted || stopping.IsCancellationRequested || time.GetElapsedTime(begun) > Longest)
            {
                // The message that closes the stream keeps its distance too.
                if (pace - time.GetElapsedTime(posted) is var rest && rest > TimeSpan.Zero) await Task.Delay(rest, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return stream;
            }

            var sent = await post(StreamActivity.Update(activity, stream, ++sequence, text));
            if (sent is Sent.Refused) return null;
            if (sent is Sent.Taken) shown = text;
        }
    }
}
