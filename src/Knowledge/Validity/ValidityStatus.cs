namespace Knowledge.Validity;

/// <summary>Whether a document applies on a date.</summary>
public enum ValidityStatus
{
    /// <summary>Before it was issued.</summary>
    NotYet,

    /// <summary>It applies.</summary>
    InForce,

    /// <summary>Its own words allow both readings.</summary>
    Unclear,

    /// <summary>Its time is over.</summary>
    Expired,
}

/// <summary>A stretch of time, both days included, in which a document has a status, with the words that say so.</summary>
/// <param name="Status">In force or unclear.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Clause">The clause whose words bound the window at its end.</param>
/// <param name="Quote">Those words, verbatim.</param>
public sealed record ValidityWindow(ValidityStatus Status, DateOnly From, DateOnly To, Citations.ClauseId Clause, string Quote);
