using Knowledge.Text;

namespace Knowledge.Search;

/// <summary>Remembers which stretches of a text are read already, so that each is read as one thing.</summary>
internal sealed class TakenText(int length)
{
    // Most texts name nothing: nothing is remembered then.
    private bool[]? taken;

    /// <summary>Takes a stretch; false where a part of it is taken.</summary>
    internal bool Take(TextSpan span)
    {
        var stretch = (taken ??= new bool[length]).AsSpan(span.Start, span.Length);
        if (stretch.Contains(true)) return false;
        stretch.Fill(true);
        return true;
    }
}
