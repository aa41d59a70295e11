using System.Text.Json;

namespace Bot.Tests.Channels.Activity.Support;

/// <summary>What schema 1.5 says of the elements that we use, and what Teams says beyond it.</summary>
internal static class CardShape
{
    private static readonly Dictionary<string, (string[] Required, string[] Optional)> Elements = new(StringComparer.Ordinal)
    {
        ["AdaptiveCard"] = (["type", "version", "$schema", "body"], ["actions"]),
        ["TextBlock"] = (["type", "text", "wrap"], ["weight", "size", "isSubtle", "spacing"]),
        ["FactSet"] = (["type", "facts"], []),
        ["Action.Execute"] = (["type", "title", "verb", "data"], ["fallback"]),
        ["Action.Submit"] = (["type", "title", "data"], []),
    };

    private static readonly Dictionary<string, string[]> Words = new(StringComparer.Ordinal)
    {
        ["weight"] = ["Default", "Lighter", "Bolder"],
        ["size"] = ["Default", "Small", "Medium", "Large", "ExtraLarge"],
        ["spacing"] = ["Default", "None", "Small", "Medium", "Large", "ExtraLarge", "Padding"],
    };

    internal static void Assert(JsonElement card)
    {
        Xunit.Assert.Equal(("AdaptiveCard", "1.5"), (card.GetProperty("type").GetString(), card.GetProperty("version").GetString()));
        Element(card);
        foreach (var element in card.GetProperty("body").EnumerateArray()) Element(element);
        if (!card.TryGetProperty("actions", out var actions)) return;
        Xunit.Assert.InRange(actions.GetArrayLength(), 1, 6);
        foreach (var action in actions.EnumerateArray())
        {
            Element(action);
            if (action.TryGetProperty("fallback", out var fallback)) Element(fallback);
        }
    }

    private static void Element(JsonElement element)
    {
        var (required, optional) = Elements[element.GetProperty("type").GetString()!];
        var names = element.EnumerateObject().Select(p => p.Name).ToList();
        Xunit.Assert.Empty(required.Except(names));
        Xunit.Assert.Empty(names.Except(required).Except(optional));
        foreach (var (name, words) in Words)
        {
            if (element.TryGetProperty(name, out var value)) Xunit.Assert.Contains(value.GetString(), words);
        }

        if (element.TryGetProperty("wrap", out var wrap)) Xunit.Assert.Equal(JsonValueKind.True, wrap.ValueKind);
        if (element.TryGetProperty("text", out var text)) Xunit.Assert.NotEmpty(text.GetString()!);
        if (element.TryGetProperty("data", out var data)) Xunit.Assert.True(data.ValueKind is JsonValueKind.String or JsonValueKind.Object);
        if (element.TryGetProperty("facts", out var facts)) Xunit.Assert.All(facts.EnumerateArray(), f => Xunit.Assert.Equal(["title", "value"], f.EnumerateObject().Select(p => p.Name)));
    }
}
