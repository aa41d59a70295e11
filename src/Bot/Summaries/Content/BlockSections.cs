namespace Bot.Summaries.Content;

/// <summary>Blocks, section by section.</summary>
internal static class BlockSections
{
    /// <summary>The blocks of each section together, in order; a section's blocks stand side by side.</summary>
    internal static IEnumerable<IReadOnlyList<Block>> ChunkBySection(this IEnumerable<Block> blocks) =>
        blocks.GroupBy(b => b.Section, StringComparer.Ordinal).Select(g => (IReadOnlyList<Block>)[.. g]);
}
