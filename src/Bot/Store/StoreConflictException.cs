namespace Bot.Store;

/// <summary>A record contradicts what is kept already, such as an id that is taken; trying again does not help.</summary>
/// <param name="cause">What the database said.</param>
internal sealed class StoreConflictException(Exception cause) : Exception("The record contradicts what is kept already.", cause);
