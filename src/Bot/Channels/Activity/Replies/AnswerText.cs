using System.Buffers;
using System.Globalization;
using Bot.Answering;

namespace Bot.Channels.Activity.Replies;

/// <summary>An answer's text as clients show it that know cards, citations and Markdown.</summary>
internal static class AnswerText
{
    private const string StepMark = "· ", StepsTitle = "计算：";

    /// <summary>Appends it.</summary>
    /// <param name="markdown">Where to.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="client">What it is shown in.</param>
    /// <param name="baseUrl">Where the clauses can be read; null where that is not known.</param>
    internal static void Append(ArrayBufferWriter<char> markdown, Answer answer, ClientKind client, Uri? baseUrl)
    {
        if (answer.Awards.Count == 0)
        {
            MarkedText.Append(markdown, answer.Text, answer.Citations);
        }
        else
        {
            var lines = SpareText.Take();
            AppendWithoutSteps(lines, answer.Text, answer.Awards);
            MarkedText.Append(markdown, lines.WrittenSpan, answer.Citations);
            SpareText.Give(lines);
        }

        if (client.WebChat && answer.Citations.Count > 0) AppendDefinitions(markdown, answer, baseUrl);
    }

    // Web Chat lists only what is defined; where no address is known, a scheme of its own opens the same window.
    private static void AppendDefinitions(ArrayBufferWriter<char> markdown, Answer answer, Uri? baseUrl)
    {
        markdown.Write("\n");
        for (var i = 0; i < answer.Citations.Count && i < MarkedText.MostCitations; i++)
        {
            var title = CitationEntity.Name(answer.Citations[i]).Replace('"', '\'');
            var address = baseUrl is null ? $"cite:{i + 1}" : CitationEntity.Address(baseUrl, answer.Citations[i]).ToString();
            markdown.Write(string.Create(CultureInfo.InvariantCulture, $"\n[{i + 1}]: {address} \"{title}\""));
        }
    }

    // The card has the reckoning behind 详情; only lines that are its steps word for word are left out here.
    private static void AppendWithoutSteps(ArrayBufferWriter<char> lines, ReadOnlySpan<char> text, IReadOnlyList<CitedAward> awards)
    {
        var isFirst = true;
        foreach (var range in text.Split('\n'))
        {
            var line = text[range];
            if (IsStep(line, awards) || (line is StepsTitle && IsStep(LineBehind(text, range.End.Value), awards))) continue;
            if (!isFirst) lines.Write("\n");
            lines.Write(line);
            isFirst = false;
        }
    }

    private static ReadOnlySpan<char> LineBehind(ReadOnlySpan<char> text, int end)
    {
        if (end == text.Length) return [];
        var rest = text[(end + 1)..];
        return rest.IndexOf('\n') is >= 0 and var length ? rest[..length] : rest;
    }

    private static bool IsStep(ReadOnlySpan<char> line, IReadOnlyList<CitedAward> awards)
    {
        if (!line.StartsWith(StepMark, StringComparison.Ordinal)) return false;
        var text = line[StepMark.Length..];
        foreach (var award in awards)
        {
            foreach (var step in award.Award.Steps)
            {
                if (text.SequenceEqual(step.Text)) return true;
            }
        }

        return false;
    }
}
