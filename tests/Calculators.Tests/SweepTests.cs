using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Calculators.Rules;
using Calculators.Tests.Support;

namespace Calculators.Tests;

/// <summary>What holds for every calculator, whatever it reckons.</summary>
public sealed class SweepTests
{
    private const BindingFlags Everything = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private static readonly IReadOnlyList<Calculator> Subjects = Catalogue.Default.Calculators;

    [Fact]
    public void The_eleven_calculators_stand_in_the_contract_s_order() => Assert.Equal(
        [
            "cluster-park-grant", "top100-listing", "core-industry-revenue", "manufacturing-internet-service", "digital-infrastructure", "application-scenario",
            "equity-investment", "talent-housing", "highest-award", "pilot-funding", "pilot-eligibility",
        ],
        Subjects.Select(c => c.Name));

    [Fact]
    public void Every_figure_in_a_rule_is_quoted_once_from_its_clause() =>
        Assert.All(Subjects.SelectMany(c => c.Figures), figure => Assert.Equal(1, Clauses.Occurrences(figure.Quote.Clause, figure.Quote.Text)));

    [Fact]
    public void Every_quote_that_a_rule_declares_occurs_once_in_its_clause() => Assert.All(
        Subjects.SelectMany(c => Statics(c).OfType<Quote>().Append(c.Rule)),
        quote => Assert.True(Clauses.Occurrences(quote.Clause, quote.Text) == 1, $"{quote.Clause}: {quote.Text}"));

    [Fact]
    public void Every_stated_figure_is_listed_among_its_calculator_s_figures() => Assert.All(
        Subjects,
        c => Assert.Equal(Statics(c).OfType<IStated>().ToHashSet(), c.Figures.ToHashSet()));

    [Fact]
    public void Every_calculator_s_clause_is_in_the_corpus() => Assert.All(Subjects, c => Assert.True(Clauses.Has(c.Clause), c.Clause));

    [Fact]
    public void No_member_is_a_binary_fraction() => Assert.All(
        typeof(Calculator).Assembly.GetTypes().SelectMany(t => t.GetMembers(Everything)),
        member => Assert.DoesNotContain(Types(member), type => type == typeof(double) || type == typeof(float)));

    [Fact]
    public void Every_calculator_has_a_title_and_words() => Assert.All(Subjects, c =>
    {
        Assert.NotEmpty(c.Title);
        Assert.NotEmpty(c.Words);
    });

    [Fact]
    public void Every_input_has_a_label_and_a_courteous_question() => Assert.All(Catalogue.Default.Inputs, input =>
    {
        Assert.NotEmpty(input.Label);
        Assert.StartsWith("请问", input.Question, StringComparison.Ordinal);
        Assert.EndsWith("？", input.Question.TrimEnd('）').TrimEnd('）'), StringComparison.Ordinal);
        Assert.NotEmpty(input.Words);
    });

    [Fact]
    public void Every_yes_or_no_and_every_option_can_be_said_in_words() => Assert.All(Catalogue.Default.Inputs, input =>
    {
        if (input is YesNoInput yesNo)
        {
            Assert.NotEmpty(yesNo.Yes);
            Assert.NotEmpty(yesNo.No);
        }
        else if (input is ChoiceInput choice)
        {
            Assert.All(choice.Options, option => Assert.NotEmpty(option.Words));
        }
    });

    [Fact]
    public void Every_optional_input_says_what_is_assumed_without_it() =>
        Assert.All(Catalogue.Default.Inputs, input => Assert.Equal(!input.Required, input.Assumption is not null));

    [Fact]
    public void Every_declared_phrase_is_normalised_already() => Assert.All(Phrases(), phrase =>
    {
        Assert.NotEmpty(phrase);
        Assert.Equal(phrase.Normalize(NormalizationForm.FormKC).ToLowerInvariant(), phrase);
        // A space is left between words in Latin letters only: first time.
        for (var i = 0; i < phrase.Length; i++) Assert.False(char.IsWhiteSpace(phrase[i]) && !(phrase[i] == ' ' && IsLatin(phrase, i - 1) && IsLatin(phrase, i + 1)), phrase);
    });

    private static bool IsLatin(string phrase, int at) => at >= 0 && at < phrase.Length && char.IsAsciiLetterOrDigit(phrase[at]);

    // Characters that the declared words would have if somebody typed them in the traditional script.
    [Fact]
    public void No_declared_phrase_is_in_the_traditional_script() => Assert.All(
        Phrases(),
        phrase => Assert.Equal(-1, phrase.IndexOfAny([.. "縣區業鏈網軟電億萬獎額資產經濟數術實際執認證級進圍應場還沒過開發達標總龍頭優質"])));

    [Fact]
    public void No_phrase_says_yes_and_no_at_once() => Assert.All(
        Catalogue.Default.Inputs.OfType<YesNoInput>(),
        input => Assert.Empty(input.Yes.Intersect(input.No)));

    [Fact]
    public void No_phrase_chooses_two_options_of_one_input() => Assert.All(
        Catalogue.Default.Inputs.OfType<ChoiceInput>(),
        input => Assert.Empty(input.Options.SelectMany(o => o.Words.Distinct()).GroupBy(w => w).Where(g => g.Count() > 1).Select(g => g.Key)));

    private static IEnumerable<string> Phrases() => Subjects.SelectMany(c => c.Words).Concat(Catalogue.Default.Inputs.SelectMany(Phrases));

    private static IEnumerable<string> Phrases(Input input) => input.Words.Concat(input.NotWords).Concat(input switch
    {
        YesNoInput yesNo => yesNo.Yes.Concat(yesNo.No),
        ChoiceInput choice => choice.Options.SelectMany(o => o.Words),
        MoneyInput money => money.WordsBeforeLater.Concat(money.ToldByAward?.Words ?? []),
        CountInput count => count.Units,
        _ => [],
    });

    private static IEnumerable<object?> Statics(Calculator calculator) =>
        calculator.GetType().GetFields(Everything).Where(f => f.IsStatic && !f.IsLiteral && !f.IsDefined(typeof(CompilerGeneratedAttribute))).Select(f => f.GetValue(null));

    private static IEnumerable<Type> Types(MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        MethodInfo method => [method.ReturnType, .. method.GetParameters().Select(p => p.ParameterType)],
        ConstructorInfo constructor => constructor.GetParameters().Select(p => p.ParameterType),
        _ => [],
    };
}
