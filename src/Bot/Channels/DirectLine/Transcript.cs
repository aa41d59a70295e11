using System.Globalization;
using System.Text.Json.Nodes;

namespace Bot.Channels.DirectLine;

/// <summary>What was said in one conversation, for clients that come for it again.</summary>
/// <param name="conversation">Its id.</param>
/// <param name="user">Whose it is.</param>
/// <param name="begun">When it was opened.</param>
internal sealed class Transcript(string conversation, string user, DateTimeOffset begun)
{
    /// <summary>Older activities are dropped; a client that reconnects needs the latest.</summary>
    private const int Most = 200;
    private readonly Lock gate = new();
    private readonly List<JsonObject> activities = [];
    private int dropped;
    private TaskCompletionSource changed = Fresh();

    /// <summary>Its id, as the client knows it.</summary>
    internal string Conversation => conversation;

    /// <summary>Whose it is.</summary>
    internal string User => user;

    /// <summary>When it was opened.</summary>
    internal DateTimeOffset Begun { get; } = begun;

    /// <summary>Whether it was erased: nothing is kept in it any more.</summary>
    internal bool IsOver { get; private set; }

    /// <summary>When it was last spoken in or asked for.</summary>
    internal DateTimeOffset Touched { get; set; } = begun;

    /// <summary>Whether the bot was told of the conversation.</summary>
    internal bool IsOpened { get; set; }

    /// <summary>Adds an activity, giving it its id and its time.</summary>
    internal string Add(JsonObject activity, DateTimeOffset now)
    {
        lock (gate)
        {
            var id = $"{conversation}|{(dropped + activities.Count + 1).ToString("D7", CultureInfo.InvariantCulture)}";
            activity["id"] = id;
            activity["timestamp"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
            activity["conversation"] = new JsonObject { ["id"] = conversation };
            if (IsOver) return id;
            // A copy: nodes are filled in lazily, and the caller goes on reading its own.
            activities.Add((JsonObject)activity.DeepClone());
            if (activities.Count > Most)
            {
                activities.RemoveAt(0);
                dropped++;
            }

            Touched = now;
            Tell();
            return id;
        }
    }

    /// <summary>Forgets what was said; whoever listens hears that it is over.</summary>
    internal void Erase()
    {
        lock (gate)
        {
            IsOver = true;
            activities.Clear();
            Tell();
        }
    }

    /// <summary>The activities after the watermark, the new watermark, and what ends when there are more.</summary>
    internal (JsonArray Activities, int Watermark, Task Changed) After(int watermark)
    {
        lock (gate)
        {
            var skip = Math.Max(0, watermark - dropped);
            return (new JsonArray([.. activities.Skip(skip).Select(a => a.DeepClone())]), dropped + activities.Count, changed.Task);
        }
    }

    private void Tell()
    {
        var done = changed;
        changed = Fresh();
        done.SetResult();
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
