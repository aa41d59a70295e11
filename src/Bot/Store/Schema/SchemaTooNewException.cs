namespace Bot.Store.Schema;

/// <summary>A newer program wrote this database; an older one would misread it.</summary>
/// <param name="found">The database's version.</param>
/// <param name="known">The last version that this program knows.</param>
internal sealed class SchemaTooNewException(int found, int known) : Exception("The database's schema is newer than the program.")
{
    internal int Found { get; } = found;

    internal int Known { get; } = known;
}
