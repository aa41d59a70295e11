using System.Text;
using Bot.Understanding;
using Knowledge.Text;

namespace Bot.LanguageModel;

/// <summary>Takes out of a message what tells who somebody is, before it is sent to a model.</summary>
internal static class Masking
{
    private const int MobileDigits = 11;
    private const int IdDigits = 18;
    private const int FewestCardDigits = 15;
    private const int MostCardDigits = 19;

    /// <summary>The normalised text with mobile numbers, identity cards, bank cards and e-mail addresses replaced by what they are.</summary>
    internal static string Mask(Message message)
    {
        var text = message.Text;
        var masked = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (Mail(text, at) is var mail and > 0)
            {
                masked.Append("〔邮箱〕");
                at += mail;
            }
            else if (char.IsAsciiDigit(text[at]) && Run(text, at) is var (end, digits) && Kind(digits) is { } kind && !IsFigure(message, at, end))
            {
                masked.Append(kind);
                at = end;
            }
            else
            {
                // The rest of a run that is none of these is none either.
                var next = char.IsAsciiDigit(text[at]) ? Run(text, at).End : at + 1;
                masked.Append(text, at, next - at);
                at = next;
            }
        }

        return masked.ToString();
    }

    // Digits with single spaces or hyphens between them, as cards and telephone numbers are written; an X may end an identity card.
    private static (int End, string Digits) Run(string text, int start)
    {
        var digits = new StringBuilder();
        var end = start;
        for (var i = start; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                digits.Append(text[i]);
                end = i + 1;
            }
            else if (text[i] is 'x' or 'X' && digits.Length == IdDigits - 1)
            {
                digits.Append('X');
                return (i + 1, digits.ToString());
            }
            else if (text[i] is not (' ' or '-') || end != i)
            {
                break;
            }
        }

        return (end, digits.ToString());
    }

    private static string? Kind(string digits) => digits.Length switch
    {
        MobileDigits when IsMobile(digits) => "〔手机号〕",
        MobileDigits + 2 when digits.StartsWith("86", StringComparison.Ordinal) && IsMobile(digits[2..]) => "〔手机号〕",
        IdDigits => "〔证件号〕",
        >= FewestCardDigits and <= MostCardDigits => "〔卡号〕",
        _ => null,
    };

    private static bool IsMobile(string digits) => digits[0] == '1' && digits[1] is >= '3' and <= '9';

    // 13800000000元 is money, and 100000000000000000家 a count: what is reckoned with is never hidden.
    private static bool IsFigure(Message message, int start, int end) =>
        message.Numbers.Any(n => n.Kind is NumberKind.Money or NumberKind.Count or NumberKind.Percent && n.Span.Overlaps(new TextSpan(start, end - start)));

    // The length of the address that begins here; 0 where none does.
    private static int Mail(string text, int start)
    {
        if (start > 0 && IsMailCharacter(text[start - 1])) return 0;
        var at = start;
        while (at < text.Length && IsMailCharacter(text[at])) at++;
        if (at == start || at >= text.Length || text[at] != '@') return 0;
        var end = at + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-')) end++;
        return text.AsSpan(at + 1, end - at - 1).Contains('.') ? end - start : 0;
    }

    private static bool IsMailCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '%';
}
