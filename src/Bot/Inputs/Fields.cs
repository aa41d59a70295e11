using System.Text;

namespace Bot.Inputs;

/// <summary>Takes the members of an object one by one and notes every fault; what is left over at the end is unknown.</summary>
internal sealed class Fields
{
    private const int LongestName = 60;
    private readonly Dictionary<string, Json> members = new(StringComparer.Ordinal);
    private readonly HashSet<string> twice = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly string prefix;

    /// <summary>Begins with an object.</summary>
    /// <param name="body">The object.</param>
    /// <param name="faults">Where faults are noted.</param>
    /// <param name="prefix">What stands before each name in a fault: <c>awards[0].</c></param>
    internal Fields(Json.Object body, List<InputFault> faults, string prefix = "")
    {
        this.prefix = prefix;
        Faults = faults;
        foreach (var (name, value) in body.Members)
        {
            if (members.TryAdd(name, value) || !twice.Add(name)) continue;
            Fault(name, $"「{Shown(name)}」出现了不止一次，请只保留一个。");
        }
    }

    /// <summary>What is wrong, in the order in which it was found.</summary>
    internal List<InputFault> Faults { get; }

    /// <summary>Whether the object has such a member.</summary>
    internal bool Has(string name) => members.ContainsKey(name);

    /// <summary>Whether the member stands twice, which is noted already.</summary>
    internal bool IsTwice(string name) => twice.Contains(name);

    /// <summary>The member; null where there is none, or where it stands twice, which is noted already.</summary>
    internal Json? Take(string name)
    {
        taken.Add(name);
        return IsTwice(name) ? null : members.GetValueOrDefault(name);
    }

    /// <summary>Notes a fault of a member.</summary>
    internal void Fault(string name, string text) => Faults.Add(new InputFault(prefix + Shown(name), text));

    /// <summary>Notes every member that was not taken.</summary>
    /// <param name="known">The names that would be right.</param>
    internal void RefuseRest(params IEnumerable<string> known)
    {
        foreach (var name in members.Keys)
        {
            if (!taken.Contains(name) && !twice.Contains(name)) Fault(name, $"不认识「{Shown(name)}」，可用的有：{string.Join("、", known)}。");
        }
    }

    // A caller's own name goes back to the caller: never longer than a line, never with characters that steer a terminal.
    private static string Shown(string name)
    {
        var shown = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            if (shown.Length >= LongestName) return shown.Append('…').ToString();
            shown.Append(PlainText.IsHidden(rune) ? "\uFFFD" : rune.ToString());
        }

        return shown.ToString();
    }
}
