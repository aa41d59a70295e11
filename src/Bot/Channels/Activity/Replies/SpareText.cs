using System.Buffers;

namespace Bot.Channels.Activity.Replies;

/// <summary>Room in which a text is put together that only passes into another one: kept by each thread, since a new one for each text would cost several times the text.</summary>
internal static class SpareText
{
    // Fits nearly every text; one that has grown beyond any usual one is not kept.
    private const int Usual = 2 * 1024, MostKept = 32 * 1024;

    [ThreadStatic]
    private static Stack<ArrayBufferWriter<char>>? spare;

    /// <summary>An empty one; whoever takes it gives it back on the same thread.</summary>
    internal static ArrayBufferWriter<char> Take() => spare is not null && spare.TryPop(out var text) ? text : new ArrayBufferWriter<char>(Usual);

    /// <summary>Takes it back; nothing of it may be read any more.</summary>
    internal static void Give(ArrayBufferWriter<char> text)
    {
        if (text.Capacity > MostKept) return;
        text.ResetWrittenCount();
        (spare ??= new()).Push(text);
    }
}
