using Calculators.Money;

namespace Calculators.Rules;

/// <summary>An input of a calculator, declared once for every surface: dialogue, HTTP, JSON Schema, command line, form and tools.</summary>
/// <param name="Name">Its name on the wire, the same everywhere: <c>annualRevenue</c>.</param>
/// <param name="Label">Its Chinese name: 年度营业收入.</param>
/// <param name="Question">The sentence that asks for it.</param>
public abstract record Input(string Name, string Label, string Question)
{
    /// <summary>Whether a calculation needs it. An optional input has a default and is never asked for.</summary>
    public bool Required { get; init; } = true;

    /// <summary>The words that introduce it in free text, and that say which input a figure belongs to.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Words that introduce a figure which is not this input, though it looks like it: 签约金额 is not 实际执行金额.</summary>
    public IReadOnlyList<string> NotWords { get; init; } = [];

    /// <summary>Words for the part of what is counted that the input is: beside them a figure stands for the input, whatever figure the whole has. 服务了15家，本地的8家.</summary>
    public IReadOnlyList<string> PartWords { get; init; } = [];

    /// <summary>What an answer says where the input is optional and its default was taken; null where there is nothing to say.</summary>
    public string? Assumption { get; init; }

    /// <summary>Whether it is true of the asker whatever is talked about, so that it is kept from one award to the next: 规上企业.</summary>
    public bool IsStanding { get; init; }

    /// <summary>The input is required exactly where that choice was made, and refused elsewhere; null where it always applies.</summary>
    public OnlyWhere? OnlyWhere { get; init; }
}

/// <summary>Ties an input to a choice of another input.</summary>
/// <param name="Choice">The other input.</param>
/// <param name="Value">Its value for which this input is required.</param>
public sealed record OnlyWhere(ChoiceInput Choice, string Value);

/// <summary>An amount in yuan, 0 … 9,999,999,999,999.99, at most two decimals.</summary>
public sealed record MoneyInput(string Name, string Label, string Question) : Input(Name, Label, Question)
{
    /// <summary>What holds where the input is not required and not given.</summary>
    public Yuan Default { get; init; } = Yuan.Zero;

    /// <summary>
    /// Words that introduce it only where a later figure stands beside it: 去年 in 「去年1.2亿，今年3.8亿」, but not in 「去年营收3000万」.
    /// </summary>
    public IReadOnlyList<string> WordsBeforeLater { get; init; } = [];

    /// <summary>
    /// Words for the whole of which it is a part, so that the whole and a share of it tell it: 合同金额2000万，执行率80%.
    /// </summary>
    public IReadOnlyList<string> WholeWords { get; init; } = [];

    /// <summary>Words that say, beside a share, that it is the share which this input is: 执行, 到账.</summary>
    public IReadOnlyList<string> ShareWords { get; init; } = [];

    /// <summary>Whether it is the sum of a whole year, so that figures of its quarters and months are parts of it.</summary>
    public bool IsPerYear { get; init; }

    /// <summary>The input told by the award that it once gave (去年拿过25万那档); null where that is not how people tell it.</summary>
    public ToldByAward? ToldByAward { get; init; }
}

/// <summary>An amount that people tell by the award which it once gave.</summary>
/// <param name="Words">Words beside the award's figure that say so: 那档, 拿过.</param>
/// <param name="Received">Words before it that say so where the figure is one of the awards: 拿了 in 拿了10万, but not in 拿了1200万的订单.</param>
/// <param name="Awards">The awards.</param>
/// <param name="Find">The amount that an award stands for, given what is known; null where the award is none of the clause's, or too little is known.</param>
public sealed record ToldByAward(IReadOnlyList<string> Words, IReadOnlyList<string> Received, IReadOnlyList<Yuan> Awards, Func<Facts, Yuan, Yuan?> Find);

/// <summary>A number of things, 0 … 2,147,483,647.</summary>
public sealed record CountInput(string Name, string Label, string Question) : Input(Name, Label, Question)
{
    /// <summary>The measure words with which it is counted: 家, 户.</summary>
    public IReadOnlyList<string> Units { get; init; } = ["家", "户", "个"];

    /// <summary>The kinds that are counted together: figures told for several of them add up.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Whether it counts others: whoever says to be among them is taken off.</summary>
    public bool OfOthers { get; init; }

    /// <summary>The only year for which it matters; null where it always does.</summary>
    public int? OnlyIn { get; init; }

    /// <summary>What holds where the input is not required and not given.</summary>
    public int Default { get; init; }
}

/// <summary>A yes or no.</summary>
public sealed record YesNoInput(string Name, string Label, string Question) : Input(Name, Label, Question)
{
    /// <summary>Words that say yes; a negation in front of them says no: 首次, 第一次.</summary>
    public IReadOnlyList<string> Yes { get; init; } = [];

    /// <summary>Words that say no; a negation in front of them says yes: 又上榜.</summary>
    public IReadOnlyList<string> No { get; init; } = [];

    /// <summary>Words that say no, while a negation in front of them says nothing: 第一次申报, since who applies once more need not have been selected.</summary>
    public IReadOnlyList<string> NoAlone { get; init; } = [];

    /// <summary>Words that say no in a reply to its question, and nothing elsewhere: 第一次, asked whether it was so before.</summary>
    public IReadOnlyList<string> NoInReply { get; init; } = [];

    /// <summary>Words that ask for it, and say neither yes nor no: 谁牵头, 要不要定牵头.</summary>
    public IReadOnlyList<string> Asking { get; init; } = [];

    /// <summary>What holds where the input is not required and not given.</summary>
    public bool Default { get; init; }

    /// <summary>What is true where a message says both yes and no of it.</summary>
    public Holds Holds { get; init; } = Holds.AsSaidLast;

    /// <summary>Whether others confer it, so that people name it first and then say whether it came: 县级的没评过, 规上？还没有.</summary>
    public bool IsConferred { get; init; }

    /// <summary>What yes and no are called in suggestions and forms: 是首次, 不是首次.</summary>
    public (string Yes, string No) Answers { get; init; } = ("是", "否");
}

/// <summary>What is true where a message says both yes and no of one input.</summary>
public enum Holds
{
    /// <summary>What was said last: a later word corrects an earlier one.</summary>
    AsSaidLast,

    /// <summary>Yes, if any part is yes: an accident or an incident.</summary>
    WhereAnyYes,

    /// <summary>Yes, if every part is yes: local and of the core industry.</summary>
    WhereAllYes,
}

/// <summary>One of several values.</summary>
public sealed record ChoiceInput(string Name, string Label, string Question) : Input(Name, Label, Question)
{
    /// <summary>The values that may be chosen.</summary>
    public required IReadOnlyList<Option> Options { get; init; }
}

/// <summary>A value of a choice.</summary>
/// <param name="Value">On the wire: <c>software-it</c>.</param>
/// <param name="Label">For people: 中国软件与信息技术服务百强.</param>
/// <param name="Words">Words of free text that choose it.</param>
public sealed record Option(string Value, string Label, params IReadOnlyList<string> Words)
{
    /// <summary>Whether it is meant where it is named beside others: 两个省级开发区联合申报 is a joint application.</summary>
    public bool Prevails { get; init; }
}

/// <summary>A day.</summary>
public sealed record DateInput(string Name, string Label, string Question) : Input(Name, Label, Question);

/// <summary>Several named amounts, at least one.</summary>
public sealed record AwardListInput(string Name, string Label, string Question) : Input(Name, Label, Question);

/// <summary>An award that another policy gives for the same matter.</summary>
/// <param name="Name">What the policy is called.</param>
/// <param name="Amount">Its amount, ≥ 0.</param>
public sealed record NamedAmount(string Name, Yuan Amount);
