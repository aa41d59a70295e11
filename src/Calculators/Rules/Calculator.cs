using Calculators.Awards;
using Calculators.Money;

namespace Calculators.Rules;

/// <summary>A condition of an award.</summary>
/// <param name="Needs">The inputs that decide it.</param>
/// <param name="Test">Null where it is met; what is missing otherwise. Called only when every needed input is known or has a default.</param>
public sealed record Condition(IReadOnlyList<Input> Needs, Func<Facts, Unmet?> Test);

/// <summary>Who may apply for an award.</summary>
/// <param name="Choice">The input that names the kinds of applicant: who names none of them and is somebody else cannot apply.</param>
/// <param name="Explanation">One sentence in Chinese that says to whom the award goes.</param>
/// <param name="Quotes">The words that say so, the main ones first.</param>
public sealed record Applicants(ChoiceInput Choice, string Explanation, IReadOnlyList<Quote> Quotes);

/// <summary>What is known so far decides the award, or these inputs are still needed.</summary>
/// <param name="Award">The award, where it is decided.</param>
/// <param name="Missing">Every required input that is still absent, in the order in which to ask; empty where decided.</param>
public sealed record Decision(Award? Award, IReadOnlyList<Input> Missing);

/// <summary>An award, declared once: everything that any surface shows comes from here.</summary>
public abstract class Calculator
{
    /// <summary>The name on the wire: <c>core-industry-revenue</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The clause that gives the award: <c>xunwu-51/2</c>.</summary>
    public abstract string Clause { get; }

    /// <summary>The sentence that gives the award.</summary>
    public abstract Quote Rule { get; }

    /// <summary>What it is called: 营业收入上台阶奖励.</summary>
    public abstract string Title { get; }

    /// <summary>Words by which people mean this award.</summary>
    public abstract IReadOnlyList<string> Words { get; }

    /// <summary>The inputs, in the order in which to ask for them.</summary>
    public abstract IReadOnlyList<Input> Inputs { get; }

    /// <summary>Every figure that the formula uses.</summary>
    public abstract IReadOnlyList<IStated> Figures { get; }

    /// <summary>The words that say when it is paid; null where its clause does not.</summary>
    public virtual Quote? Payout => null;

    /// <summary>What its clause leaves open and people ask for.</summary>
    public virtual IReadOnlyList<OpenPoint> OpenPoints => [];

    /// <summary>Whether the answer sought is whether one qualifies, rather than how much one gets.</summary>
    public virtual bool JudgesEligibility => false;

    /// <summary>Whether what is given is money; housing places are none.</summary>
    public virtual bool GivesMoney => true;

    /// <summary>Who may apply at all, where an asker may well be somebody else; null where the asker's own facts decide.</summary>
    public virtual Applicants? Applicants => null;

    /// <summary>Whether the award adds to the total of a screening.</summary>
    public virtual bool CountsInTotal => true;

    /// <summary>Whether each of several projects of one applicant is awarded by itself.</summary>
    public virtual bool IsPerProject => false;

    /// <summary>The conditions, in the order of the clause.</summary>
    protected abstract IReadOnlyList<Condition> Conditions { get; }

    /// <summary>Reckons the award for facts that hold every required input.</summary>
    /// <exception cref="InvalidOperationException">A required input is missing.</exception>
    public Award Calculate(Facts facts)
    {
        var missing = Missing(facts);
        if (missing.Count > 0) throw new InvalidOperationException($"{Name}: {missing[0].Name} is required and not known.");
        return Unmet(facts) is { } unmet ? Refused(facts, unmet) : Granted(facts);
    }

    /// <summary>Decides as far as the facts allow: one missed condition is enough, otherwise every required input is needed.</summary>
    public Decision Decide(Facts facts)
    {
        var missing = Missing(facts);
        if (Unmet(facts) is { } unmet) return new Decision(Refused(facts, unmet), []);
        return missing.Count == 0 ? new Decision(Granted(facts), []) : new Decision(null, missing);
    }

    /// <summary>The required inputs that are absent, in the order in which to ask.</summary>
    public IReadOnlyList<Input> Missing(Facts facts)
    {
        List<Input>? missing = null;
        for (var i = 0; i < Inputs.Count; i++)
        {
            var input = Inputs[i];
            if (IsRequired(input, facts) && !facts.Has(input)) (missing ??= []).Add(input);
        }

        return missing ?? (IReadOnlyList<Input>)[];
    }

    /// <summary>The input of that name; null where there is none.</summary>
    public Input? FindInput(string? name)
    {
        for (var i = 0; i < Inputs.Count; i++)
        {
            var input = Inputs[i];
            if (input.Name == name) return input;
        }

        return null;
    }

    /// <summary>Whether the input is required, given what is known.</summary>
    public static bool IsRequired(Input input, Facts facts) =>
        input.Required && (input.OnlyWhere is not { } only || (facts.Find(only.Choice.Name) as string) == only.Value);

    /// <summary>The award where every condition is met.</summary>
    protected abstract Award Grant(Facts facts);

    /// <summary>What the next tier would give, where the award has tiers and one lies above; null otherwise.</summary>
    protected virtual NextTier? Above(Facts facts) => null;

    /// <summary>The refusal where at least one condition is not met; overridden to add what is open.</summary>
    /// <param name="facts">What is known; required inputs may be absent.</param>
    /// <param name="unmet">At least one condition.</param>
    protected virtual Award Refuse(Facts facts, IReadOnlyList<Unmet> unmet) =>
        new(Name, Eligible: false, Yuan.Zero) { Unmet = unmet, Quotes = Quotes.Distinct([Rule, .. unmet.Select(u => u.Quote)]) };

    /// <summary>What the award would be with one number changed, found by reckoning it; null where it would not be given.</summary>
    protected NextTier? Next(Facts facts, Input input, decimal needed)
    {
        var changed = facts.With(input, input is MoneyInput ? Yuan.Of(needed) : (int)needed);
        // Never by way of a refusal: that one would look for a next step of its own.
        if (Missing(changed).Count > 0 || Unmet(changed) is not null) return null;
        var award = Grant(changed);
        return new NextTier(input.Name, needed, award.Amount, NextText(input, needed, award));
    }

    private string NextText(Input input, decimal needed, Award award)
    {
        var number = input is CountInput count ? $"{(int)needed}{count.Units[0]}" : Yuan.Of(needed).Chinese();
        var result = JudgesEligibility ? "即符合上述可核算的条件" : $"可获{award.Amount.Chinese()}";
        return $"{input.Label}达到{number}且其他条件不变的，{result}。";
    }

    private Award Granted(Facts facts)
    {
        // The next tier is looked for here and not in Grant, which reckons that tier in its turn.
        var award = Grant(facts);
        List<Caveat> caveats = [.. award.Caveats];
        for (var i = 0; i < Inputs.Count; i++)
        {
            if (!Inputs[i].Required && Inputs[i].Assumption is { } assumption && !facts.Has(Inputs[i])) caveats.Add(new Caveat(CaveatCodes.AssumedDefault, assumption, null));
        }

        return award with { Next = Above(facts), Caveats = caveats };
    }

    private Award Refused(Facts facts, IReadOnlyList<Unmet> unmet)
    {
        var award = Refuse(facts, unmet);
        // Only where one number alone stands in the way; two changes at once would be advice, not arithmetic.
        if (unmet is not [{ Gap: { } gap } only]) return award;
        var input = Inputs.First(i => i.Name == only.Field);
        return facts.Find(only.Field) switch
        {
            Yuan amount => award with { Next = Next(facts, input, amount.Amount + gap) },
            int count => award with { Next = Next(facts, input, Math.Min(count + gap, int.MaxValue)) },
            _ => award,
        };
    }

    // Null where all that can be decided is met.
    private List<Unmet>? Unmet(Facts facts)
    {
        List<Unmet>? unmet = null;
        for (var i = 0; i < Conditions.Count; i++)
        {
            var condition = Conditions[i];
            if (IsDecided(condition, facts) && condition.Test(facts) is { } missed) (unmet ??= []).Add(missed);
        }

        return unmet;
    }

    private static bool IsDecided(Condition condition, Facts facts)
    {
        for (var i = 0; i < condition.Needs.Count; i++)
        {
            var input = condition.Needs[i];
            if (IsRequired(input, facts) && !facts.Has(input)) return false;
        }

        return true;
    }
}
