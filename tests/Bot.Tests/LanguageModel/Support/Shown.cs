namespace Bot.Tests.LanguageModel.Support;

/// <summary>What was shown of an answer while it formed.</summary>
internal sealed class Shown
{
    private readonly Lock gate = new();
    private readonly List<string> texts = [];

    internal IReadOnlyList<string> Texts
    {
        get
        {
            lock (gate) return [.. texts];
        }
    }

    internal void Add(string text)
    {
        lock (gate) texts.Add(text);
    }

    internal async Task UntilAsync(Func<IReadOnlyList<string>, bool> holds)
    {
        for (var i = 0; i < 3000 && !holds(Texts); i++) await Task.Delay(10);
        Assert.True(holds(Texts), string.Join(" | ", Texts));
    }
}
