namespace Bot.Answering;

/// <summary>An answer's JSON. A changed copy of an answer shares this object with it, so that whose JSON it is stands with it.</summary>
internal sealed class WrittenAnswer
{
    private volatile Kept? kept;

    /// <summary>The JSON of this very answer, written at the first call.</summary>
    internal ReadOnlyMemory<byte> Of(Answer answer, Func<Answer, ReadOnlyMemory<byte>> write)
    {
        if (kept is { } now && ReferenceEquals(now.Answer, answer)) return now.Json;
        var json = write(answer);
        kept = new Kept(answer, json);
        return json;
    }

    private sealed record Kept(Answer Answer, ReadOnlyMemory<byte> Json);
}
