namespace Calculators.Awards;

/// <summary>The names of the caveats; docs/open-questions.md says of each what is open and what was taken.</summary>
public static class CaveatCodes
{
    /// <summary>Whether the grant is once for each park or for each operator.</summary>
    public const string OncePerPark = "once-per-park";

    /// <summary>Whether each of several lists is rewarded.</summary>
    public const string SeveralLists = "several-lists";

    /// <summary>Since when a first time counts.</summary>
    public const string FirstTimeSinceWhen = "first-time-since-when";

    /// <summary>Whether the tiers crossed at once add up.</summary>
    public const string TiersCrossedAtOnce = "tiers-crossed-at-once";

    /// <summary>Whether the reward is given each year.</summary>
    public const string PerYearOrOnce = "per-year-or-once";

    /// <summary>Who takes the odd fen.</summary>
    public const string OddFen = "odd-fen";

    /// <summary>The title must be newly conferred; since when is open.</summary>
    public const string MiitTitle = "miit-title";

    /// <summary>Which amount of investment counts.</summary>
    public const string InvestmentApprovedOrClaimed = "investment-approved-or-claimed";

    /// <summary>How several investors share.</summary>
    public const string SeveralInvestors = "several-investors";

    /// <summary>Only recognised funds count.</summary>
    public const string RecognisedFunds = "recognised-funds";

    /// <summary>What the ceiling is for.</summary>
    public const string PerRoundOrFirm = "per-round-or-firm";

    /// <summary>Whose places they are.</summary>
    public const string PlacesPerFirmOrCounty = "places-per-firm-or-county";

    /// <summary>How far 就高不重复 reaches.</summary>
    public const string SameMatter = "same-matter";

    /// <summary>A total is a sum.</summary>
    public const string SumNotEntitlement = "sum-not-entitlement";

    /// <summary>A ceiling is not what one gets.</summary>
    public const string CeilingNotGrant = "ceiling-not-grant";

    /// <summary>What the first year's share is of.</summary>
    public const string FirstYearShare = "first-year-share";

    /// <summary>Whether a leading enterprise is one of the twenty.</summary>
    public const string LeadingCountsAmongQuality = "leading-counts-among-quality";

    /// <summary>Which incidents count, and since when.</summary>
    public const string IncidentGrade = "incident-grade";

    /// <summary>Whether the last day counts.</summary>
    public const string DeadlineDay = "deadline-day";

    /// <summary>What holds after the first batch.</summary>
    public const string LaterBatches = "later-batches";

    /// <summary>What code does not judge.</summary>
    public const string JudgedByPeople = "judged-by-people";

    /// <summary>Meeting the conditions is not being selected.</summary>
    public const string CompetitiveSelection = "competitive-selection";

    /// <summary>What was assumed where nothing was said.</summary>
    public const string AssumedDefault = "assumed-default";
}
