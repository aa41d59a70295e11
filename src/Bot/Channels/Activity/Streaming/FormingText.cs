using Bot.Channels.Activity.Replies;
using Bot.Channels.Activity.Wire;

namespace Bot.Channels.Activity.Streaming;

/// <summary>An answer's text while it forms: told by the turn, read by whoever shows it.</summary>
internal sealed class FormingText
{
    private readonly Lock gate = new();
    private readonly TaskCompletionSource begun = Fresh();
    private TaskCompletionSource changed = Fresh();
    private string text = "";

    /// <summary>Ends when the answer begins to form; most answers never do.</summary>
    internal Task Begun => begun.Task;

    /// <summary>For a message whose client shows such a text: one person's chat in Teams; null for any other.</summary>
    internal static FormingText? For(IncomingActivity activity) =>
        activity is { Type: "message", ExpectsReplies: false, Conversation.Type: "personal" } && ClientKind.Of(activity).Teams ? new FormingText() : null;

    /// <summary>Takes the text so far; it only ever grows.</summary>
    internal void Show(string soFar)
    {
        TaskCompletionSource done;
        lock (gate)
        {
            text = soFar;
            done = changed;
            changed = Fresh();
        }

        begun.TrySetResult();
        done.SetResult();
    }

    /// <summary>The text now, and what ends when there is more.</summary>
    internal (string Text, Task Changed) Now()
    {
        lock (gate) return (text, changed.Task);
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
