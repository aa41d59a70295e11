using System.Globalization;
using System.Text.Json.Nodes;

namespace Bot.Channels.DirectLine;

/// <summary>What was said in one conversation, for clients that come for it again.</summary>
internal sealed class Transcript(string conversation, DateTimeOffset begun)
{
    /// <summary>Older activities are dropped; a client that reconnects needs the latest.</summary>
    private const int Most = 200;
    private readonly Lock gate = new();
    private readonly List<JsonObject> activities = [];
    private int dropped;
    private TaskCompletionSource changed = Fresh();

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
            // A copy: nodes are filled in lazily, and the caller goes on reading its own.
            activities.Add((JsonObject)activity.DeepClone());
            if (activities.Count > Most)
            {
                activities.RemoveAt(0);
                dropped++;
            }

            Touched = now;
            var done = changed;
            changed = Fresh();
            done.SetResult();
            return id;
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

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
