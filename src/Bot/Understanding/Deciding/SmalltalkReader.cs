using System.Globalization;
using System.Text;
using Bot.Understanding.Marks;

namespace Bot.Understanding.Deciding;

/// <summary>Recognises messages that are about nothing but the talk itself.</summary>
internal static class SmalltalkReader
{
    // A name or a particle beside a greeting is no question.
    private const int MostLeft = 2;
    private const int MostLeftBesideHelp = 8;

    /// <summary>The kind of small talk; null where the message is about something.</summary>
    internal static SmalltalkKind? Read(Message message)
    {
        // 你好，有什么扶持 greets, and asks.
        if (message.Has(Cue.Overview)) return null;
        var text = message.Text;
        Span<bool> covered = text.Length <= 256 ? stackalloc bool[text.Length] : new bool[text.Length];
        SmalltalkKind? kind = null;
        var weight = 0;
        var subject = !message.References.IsEmpty;
        foreach (var mark in message.Marks)
        {
            switch (mark.Meaning)
            {
                case Meaning.Signals { Cue: var cue }:
                    if (KindOf(cue) is { } found)
                    {
                        // 谢谢，再见 is a farewell; 你好，你能做什么 asks for help.
                        if (Weight(found) > weight) (kind, weight) = (found, Weight(found));
                        covered.Slice(mark.Start, mark.Length).Fill(true);
                    }
                    else if (cue == Cue.Filler)
                    {
                        covered.Slice(mark.Start, mark.Length).Fill(true);
                    }

                    break;
                case Meaning.AwardWord or Meaning.Chooses or Meaning.OtherMatter or Meaning.Elsewhere:
                    subject = true;
                    break;
            }
        }

        var left = Left(text, covered);
        if (kind is SmalltalkKind.Help or SmalltalkKind.Identity or SmalltalkKind.HandOver) return !subject && left <= MostLeftBesideHelp ? kind : null;
        if (left > MostLeft) return null;
        // Nothing but particles and signs (好的, ？？): the friendliest reading is that help is welcome.
        return kind ?? (left == 0 ? SmalltalkKind.Help : null);
    }

    private static int Left(string text, ReadOnlySpan<bool> covered)
    {
        var left = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (covered[i]) continue;
            if (Rune.TryGetRuneAt(text, i, out var rune) && Rune.IsLetterOrDigit(rune)) left++;
            else if (CharUnicodeInfo.GetUnicodeCategory(text, i) == UnicodeCategory.OtherLetter) left++;
        }

        return left;
    }

    private static SmalltalkKind? KindOf(Cue cue) => cue switch
    {
        Cue.Greeting => SmalltalkKind.Greeting,
        Cue.Thanks => SmalltalkKind.Thanks,
        Cue.Farewell => SmalltalkKind.Farewell,
        Cue.Help => SmalltalkKind.Help,
        Cue.Identity => SmalltalkKind.Identity,
        Cue.HandOver => SmalltalkKind.HandOver,
        _ => null,
    };

    private static int Weight(SmalltalkKind kind) => kind switch
    {
        SmalltalkKind.Greeting => 1,
        SmalltalkKind.Thanks => 2,
        SmalltalkKind.Farewell => 3,
        SmalltalkKind.Help => 4,
        _ => 5,
    };
}
