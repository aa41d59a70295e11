using System.Buffers;
using System.Collections.Frozen;
using Knowledge.Citations;
using Knowledge.Index;
using Knowledge.Text;

namespace Knowledge.Search;

/// <summary>Finds references by heading: 「资金使用」, 绩效评价那段, 资金支持部分, 支持方向第三项, 附件.</summary>
internal sealed class NamedReferences
{
    private const string Opening = "「『“\"《‘'【";
    private const int ShortestQuoted = 4;
    private const int LongestQuoted = 40;

    private static readonly string[] Suffixes =
    [
        .. from pointer in new[] { "那", "这", "该", "那一", "这一", "一" }
           from part in new[] { "条", "款", "段", "节", "部分", "章", "项", "块", "小节", "点" }
           select pointer + part,
        "部分", "条款", "小节", "章节",
    ];

    // What a reference without a whole heading begins with.
    private static readonly SearchValues<char> Signs = SearchValues.Create(Opening + "第");

    private static readonly SearchValues<char> Closing = SearchValues.Create("」』”\"》’'】");

    private readonly AddressBook book;
    private readonly WordTrie names = new();

    internal NamedReferences(AddressBook book)
    {
        this.book = book;
        for (var i = 0; i < book.Addresses.Count; i++)
        {
            var name = book.Addresses[i].Name;
            if (name.Length >= 2) names.Add(name, i);
            // 「发展客服产业那条」 leaves out the verb that all headings of its document begin with.
            if (name.Length > ShortestQuoted && name.StartsWith("支持", StringComparison.Ordinal)) names.Add(name[2..], i);
        }
    }

    /// <summary>The references in order of their start, each with all addresses that it may mean.</summary>
    internal IReadOnlyList<(TextSpan Span, IReadOnlyList<Address> Addresses)> Find(string text)
    {
        var matches = names.FindLongest(text);
        // Most messages name no heading.
        if (matches is null && text.AsSpan().IndexOfAny(Signs) < 0) return [];
        var found = new List<(TextSpan Span, IReadOnlyList<Address> Addresses)>();
        foreach (var name in (matches ?? []).GroupBy(m => (m.Start, m.End)))
        {
            var (start, end) = name.Key;
            var addresses = name.Select(m => book.Addresses[m.Value]).ToList();
            if (ReadChild(text, addresses, end) is { } child) found.Add((new TextSpan(start, child.End - start), [child.Address]));
            else if (addresses.Exists(a => a.Path is null)) found.Add((new TextSpan(start, end - start), addresses));
            else if (NumberedReferences.After(text, end, Suffixes) is > 0 and var after) found.Add((new TextSpan(start, after - start), addresses));
        }

        found.AddRange(Quoted(text));
        found.AddRange(Places(text));
        if (found.Count == 0) return [];
        var taken = new TakenText(text.Length);
        return [.. found.Where(f => taken.Take(f.Span)).OrderBy(f => f.Span.Start)];
    }

    /// <summary>The clauses whose own heading a text contains, pointed at or not.</summary>
    internal IReadOnlySet<ClauseId> FindHeadings(string text)
    {
        if (names.FindLongest(text) is not { } matches) return FrozenSet<ClauseId>.Empty;
        return matches.SelectMany(m => book.Addresses[m.Value].Clauses is [var clause] ? [clause] : Array.Empty<ClauseId>()).ToHashSet();
    }

    // 支持方向第三项
    private (Address Address, int End)? ReadChild(string text, List<Address> addresses, int end)
    {
        foreach (var parent in addresses.Where(a => a.Path is not null))
        {
            var (path, after) = NumberedReferences.ReadParts(text, parent.Path!, end, ofSection: true);
            // 申报要求(第三部分): the section's own number once more. 申报要求的第三部分 is a part of it.
            if (path == $"{parent.Path}.{parent.Path}" && text[after - 1] == '分' && !"的里中".Contains(text[end], StringComparison.Ordinal)) return (parent, after);
            if (path != parent.Path && book.Find(parent.Document, path) is { Count: > 0 } clauses)
                return (new Address(parent.Document, path, parent.Name, clauses), after);
        }

        return null;
    }

    // 第3个方向, 第三个支持方向: the ordinal before the heading, or before the last word of it.
    private IEnumerable<(TextSpan Span, IReadOnlyList<Address> Addresses)> Places(string text)
    {
        for (var i = text.IndexOf('第', StringComparison.Ordinal); i >= 0; i = text.IndexOf('第', i + 1))
        {
            var length = ChineseOrdinal.Read(text, i + 1, out var number);
            var noun = i + 1 + length;
            if (length == 0 || NumberedReferences.After(text, noun, ["个", "大", "项", "种"]) is not (> 0 and var start)) continue;
            var parent = book.Addresses
                .Where(a => a.Path is not null && a.Name.Length >= 2 && NumberedReferences.After(text, start, [a.Name, a.Name[^2..]]) > 0)
                .Where(a => book.Has(a.Document, $"{a.Path}.{number}"))
                .MaxBy(a => a.Path!.Length);
            if (parent is null) continue;
            var path = $"{parent.Path}.{number}";
            var end = NumberedReferences.After(text, start, [parent.Name, parent.Name[^2..]]);
            yield return (new TextSpan(i, end - i), [new Address(parent.Document, path, parent.Name, book.Find(parent.Document, path))]);
        }
    }

    // In quotation marks a part of a heading will do, where only one heading has it.
    private IEnumerable<(TextSpan Span, IReadOnlyList<Address> Addresses)> Quoted(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Opening.Contains(text[i], StringComparison.Ordinal)) continue;
            var length = text.AsSpan(i + 1, Math.Min(LongestQuoted + 1, text.Length - i - 1)).IndexOfAny(Closing);
            if (length < ShortestQuoted) continue;
            var words = text.Substring(i + 1, length);
            var meant = book.Addresses.Where(a => a.Name == words).ToList();
            if (meant.Count == 0) meant = [.. book.Addresses.Where(a => a.Name.Contains(words, StringComparison.Ordinal))];
            if (meant.Count != 1) continue;
            yield return (new TextSpan(i, length + 2), meant);
            i += length + 1;
        }
    }
}
