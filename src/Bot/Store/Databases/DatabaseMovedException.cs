namespace Bot.Store.Databases;

/// <summary>The open file is no longer the one that stands under its name: what is written to it is lost.</summary>
internal sealed class DatabaseMovedException() : Exception("The database file was deleted, moved or replaced while it was open.");
