using Bot.Understanding.Marks;
using Bot.Understanding.Slots;
using Calculators.Money;
using Knowledge.Text;

namespace Bot.Understanding.Deciding;

/// <summary>Figures that a user takes for granted: 听说第七条是10%对吧, 那就是240万咯.</summary>
internal static class ClaimReader
{
    private static readonly string[] OwnActs = ["投了", "投入了", "花了", "我们投", "融了", "做了", "执行了", "贷了", "卖了"];

    /// <summary>Claimed percents and amounts of a question about the rule.</summary>
    internal static List<Claim> Read(Message message)
    {
        if (!message.Has(Cue.Claim)) return [];
        List<Claim> claims = [];
        foreach (var number in message.Numbers)
        {
            // 示范区我们投了300万，是不是按10%给: what somebody did is no claim about the rule.
            if (FigureContext.EndsWithAny(message.Text, number.Span.Start, OwnActs)) continue;
            if (number.IsExact && number.Kind is NumberKind.Percent or NumberKind.Money || IsLargeNumber(number))
                claims.Add(new Claim(number.Span, message.Words(number.Span), number));
        }

        return claims;
    }

    /// <summary>Claimed amounts beside awards: those that are neither a fact that went in nor an award that came out.</summary>
    internal static List<Claim> Read(Message message, IReadOnlyList<DecidedAward> decided)
    {
        List<Claim> claims = Read(message);
        claims.RemoveAll(c => c.Number.Kind == NumberKind.Percent || decided.Any(d => d.Award.Amount.Amount == c.Number.Value || Uses(d, c.Number.Value)));
        return claims;
    }

    private static bool IsLargeNumber(NumberReading number) => number.IsExact && number.Kind == NumberKind.Number && number.Value >= 10_000m;

    private static bool Uses(DecidedAward decided, decimal value) =>
        decided.Facts.Names.Any(n => decided.Facts.Find(n) is Yuan yuan && yuan.Amount == value);
}
