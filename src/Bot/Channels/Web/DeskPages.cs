namespace Bot.Channels.Web;

/// <summary>The pages behind the gate: nowhere else does signing in lead.</summary>
internal static class DeskPages
{
    /// <summary>Their paths; the first is where one goes who wants nothing in particular.</summary>
    internal static readonly IReadOnlyList<string> All = ["/desk", "/desk/questions", "/desk/figures"];

    /// <summary>The page that was asked for, or the first where it is none of ours.</summary>
    internal static string Choose(string? wanted) => All.FirstOrDefault(page => page == wanted) ?? All[0];

    /// <summary>Its place in the list.</summary>
    internal static int IndexOf(string page) => Math.Max(0, All.Index().FirstOrDefault(entry => entry.Item == page).Index);
}
