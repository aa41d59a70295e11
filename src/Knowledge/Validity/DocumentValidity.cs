using Knowledge.Corpus;

namespace Knowledge.Validity;

/// <summary>The status of a document on a date.</summary>
public static class DocumentValidity
{
    /// <summary>Not yet before the first window, the window's status within one, expired after the last.</summary>
    public static ValidityStatus StatusOn(this Document document, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (date < document.Windows[0].From) return ValidityStatus.NotYet;
        foreach (var window in document.Windows)
        {
            if (date >= window.From && date <= window.To) return window.Status;
        }

        return ValidityStatus.Expired;
    }
}
