using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bot.Channels.Activity.Replies;

/// <summary>How replies are written: readable Chinese.</summary>
internal static class ReplyJson
{
    // Safe because it is never served as HTML.
    internal static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
