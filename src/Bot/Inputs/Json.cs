namespace Bot.Inputs;

/// <summary>A JSON value as it was written: numbers keep their digits, objects keep members that stand twice.</summary>
/// <remarks>JsonDocument would do neither: 1.000 and 1, or a second "amount", could no longer be told apart from what is right.</remarks>
internal abstract record Json
{
    private Json()
    {
    }

    /// <summary>A string.</summary>
    internal sealed record Text(string Value) : Json;

    /// <summary>A string with half of a surrogate pair, which no text can hold.</summary>
    internal sealed record Unreadable : Json;

    /// <summary>A number, with the digits as written.</summary>
    internal sealed record Number(string Raw) : Json;

    /// <summary>true or false.</summary>
    internal sealed record Truth(bool Value) : Json;

    /// <summary>null.</summary>
    internal sealed record Nothing : Json;

    /// <summary>A list.</summary>
    internal sealed record List(IReadOnlyList<Json> Items) : Json;

    /// <summary>An object, its members in order; a name may stand twice.</summary>
    internal sealed record Object(IReadOnlyList<(string Name, Json Value)> Members) : Json;
}
