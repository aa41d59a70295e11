using System.Text;
using Bot.Channels.Web.Oidc;

namespace Bot.Channels.Web;

/// <summary>The sign-in page as it is set up: with a field for the secret, a link to the provider, or both.</summary>
/// <param name="Plain">As it is opened.</param>
/// <param name="Wrong">After a wrong secret.</param>
/// <param name="Wait">After too many attempts.</param>
internal sealed record SignInPages(PageFile Plain, PageFile Wrong, PageFile Wait)
{
    /// <summary>Makes them.</summary>
    internal static SignInPages From(PageFiles files, SignInWays ways)
    {
        var page = files["sign-in.html"];
        if (ways.HasSecret) page = Showing(page, "with-secret");
        if (ways.Oidc is not null) page = Showing(page, "with-account");
        return new SignInPages(page, Showing(page, "wrong"), Showing(page, "wait"));
    }

    /// <summary>What is shown on the way through the provider.</summary>
    internal static OidcPages OnTheWay(PageFiles files, SignInPages pages) =>
        new(Showing(files["passing.html"], "entered"), Showing(files["passing.html"], "left"), Showing(files["sign-in-failed.html"], "refused"), Showing(files["sign-in-failed.html"], "unavailable"), pages.Wait);

    // What a page may have to say stands in it, hidden.
    private static PageFile Showing(PageFile page, string part) =>
        new("sign-in.html", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(page.Content.Span).Replace($"id=\"{part}\" hidden", $"id=\"{part}\"", StringComparison.Ordinal)));
}
