using Bot.Store.Records;
using Bot.Store.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bot.Store.Databases;

/// <summary>The tables that EF Core reads. Nothing is written through it (docs/decisions/0002-store.md).</summary>
internal sealed class StoreContext(DbContextOptions<StoreContext> options) : DbContext(options)
{
    /// <summary>Grows with each answer; the lists are paged by it.</summary>
    internal const string Sequence = "Seq";

    /// <summary>How long a list of the office may take: longer than a turn waits for the database, shorter than a request may take.</summary>
    internal const int ListSeconds = 20;

    internal DbSet<AnswerRecord> Answers => Set<AnswerRecord>();

    /// <summary>The index of answers by conversation; on SQLite alone.</summary>
    internal DbSet<ConversationTurn> ConversationTurns => Set<ConversationTurn>();

    internal DbSet<FeedbackRecord> Feedback => Set<FeedbackRecord>();

    internal DbSet<AccessRecord> Accesses => Set<AccessRecord>();

    internal DbSet<KeptToken> AccessTokens => Set<KeptToken>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<KeptTimeConverter>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var answers = modelBuilder.Entity<AnswerRecord>().ToTable("answers");
        answers.HasKey(row => row.AnswerId);
        answers.Property<long>(Sequence);
        modelBuilder.Entity<ConversationTurn>().ToTable("conversation_turns").HasNoKey();
        modelBuilder.Entity<FeedbackRecord>().ToTable("feedback").HasKey(row => row.Id);
        modelBuilder.Entity<KeptToken>().ToTable("access_tokens").HasKey(row => row.Name);
        modelBuilder.Entity<AccessRecord>().ToTable("accesses").HasKey(row => row.Id);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
            property.SetColumnName(SnakeCase(property.Name));
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((letter, at) => char.IsAsciiLetterUpper(letter)
            ? (at == 0 ? "" : "_") + char.ToLowerInvariant(letter)
            : letter.ToString()));

    private sealed class KeptTimeConverter() : ValueConverter<DateTimeOffset, long>(
        time => KeptTime.Of(time), kept => KeptTime.Read(kept));
}

/// <summary>A row of the index of answers by conversation.</summary>
/// <param name="ConversationKey">The conversation's key.</param>
/// <param name="Seq">The answer's number.</param>
internal sealed record ConversationTurn(long ConversationKey, long Seq);
