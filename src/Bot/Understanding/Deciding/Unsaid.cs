using Bot.Understanding.Marks;
using Knowledge.Index;

namespace Bot.Understanding.Deciding;

/// <summary>Whether a message holds nothing to look for.</summary>
internal static class Unsaid
{
    // A character or two are left over of any question.
    private const int MostLeft = 2;

    /// <summary>Whether it holds nothing beside a document's name and the words that ask.</summary>
    internal static bool HoldsNothingElse(Message message, IReadOnlyList<Mention> topics) => Left(message, topics, null) <= MostLeft;

    /// <summary>The same, where what any question about an award has (企业, 省里, 一共) is nothing either.</summary>
    internal static bool HoldsNothingParticular(Message message, IReadOnlyList<Mention> topics, Lexicon lexicon) => Left(message, topics, lexicon) <= MostLeft;

    private static int Left(Message message, IReadOnlyList<Mention> topics, Lexicon? lexicon)
    {
        Span<bool> said = message.Text.Length <= 256 ? stackalloc bool[message.Text.Length] : new bool[message.Text.Length];
        said.Clear();
        foreach (var topic in topics) said.Slice(topic.Span.Start, topic.Span.Length).Fill(true);
        foreach (var common in lexicon?.FindCommon(message.Text) ?? []) said.Slice(common.Start, common.Length).Fill(true);
        foreach (var mark in message.Marks)
        {
            if (mark.Meaning is Meaning.Signals) said.Slice(mark.Start, mark.Length).Fill(true);
        }

        var left = 0;
        for (var i = 0; i < said.Length; i++)
        {
            if (!said[i] && char.IsLetterOrDigit(message.Text[i])) left++;
        }

        return left;
    }
}
